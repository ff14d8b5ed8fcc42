import { z } from 'zod'

const Code = z.string().regex(/^\d\.\d{1,2}$/)
/** The file that carries the nomenclature. A code that YAML would read as a number is refused: "7.10" is a text. */
export const Nomenclature = z.strictObject({
  source: z.string().min(1),
  url: z.url(),
  status: z.enum(['verified', 'to-be-confirmed']),
  families: z.array(
    z.strictObject({
      code: z.string().regex(/^\d$/),
      name: z.string().min(1),
      matters: z.array(z.strictObject({ code: Code, name: z.string().min(1) })),
    }),
  ),
})

/** A matter of the nomenclature ACTES: `{ code: '7.10', name: 'divers', family: 'finances locales' }`. */
export interface Matter {
  readonly code: string
  readonly name: string
  readonly family: string
}
export const mattersIn = (nomenclature: z.output<typeof Nomenclature>): readonly Matter[] =>
  nomenclature.families.flatMap(family => family.matters.map(one => ({ ...one, family: family.name })))

/** As SCDL files write it: « finances locales/divers », no space around the slash. */
export const fullName = (matter: Matter): string => `${matter.family}/${matter.name}`
