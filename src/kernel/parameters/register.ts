import { z } from 'zod'

const said = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) })

/** How a value counts. `fraction` is between 0 and 1; `clear days` exclude the first and the last one. */
export const units = [
  'years',
  'months',
  'weeks',
  'days',
  'clear days',
  'hours',
  'inhabitants',
  'members',
  'people',
  'seats',
  'grams',
  'euros',
  'cents',
  'fraction',
  'text',
  'yes or no',
] as const
export type Unit = (typeof units)[number]

/**
 * A value of the law or of the platform, in force from one day to another, both included, with its source.
 * `to` is null while it is in force. `verified` means that someone read the text; everything else is to be confirmed.
 */
export const Parameter = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/),
    label: said,
    value: z.union([z.number(), z.string().min(1), z.boolean()]),
    unit: z.enum(units),
    from: z.iso.date(),
    to: z.iso.date().nullable(),
    text: z.string().min(1),
    article: z.string().min(1),
    url: z.url({ protocol: /^https$/ }).optional(),
    status: z.enum(['verified', 'to-be-confirmed']),
    note: said.optional(),
  })
  .refine(({ from, to }) => to === null || from <= to, { error: 'ends before it begins', path: ['to'] })
export type Parameter = z.output<typeof Parameter>

/** Dated parameters by name; the values of each, oldest first. */
export type Register = ReadonlyMap<string, readonly Parameter[]>

/** Orders the values of each parameter. Throws when two values of one parameter are in force on the same day. */
export const registerOf = (parameters: readonly Parameter[]): Register => {
  const register = new Map<string, Parameter[]>()
  for (const parameter of parameters) register.set(parameter.id, [...(register.get(parameter.id) ?? []), parameter])
  for (const [id, values] of register) {
    values.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    values.forEach((value, n) => {
      const next = values[n + 1]
      if (next && (value.to === null || value.to >= next.from)) throw new Error(`The parameter ${id} has two values on ${next.from}.`)
    })
  }
  return register
}
