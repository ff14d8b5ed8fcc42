import { z } from 'zod'
import { oneOf, requiredText, wholeNumber } from '#kernel/forms'

const lines = z
  .string()
  .default('')
  .transform(text =>
    text
      .split('\n')
      .map(line => line.trim().slice(0, 120))
      .filter(line => line !== ''),
  )
export const GuardsForm = z.object({
  authority: requiredText(120, 2),
  trustees: lines.pipe(z.array(z.string()).min(1).max(10)),
  needed: wholeNumber(1, 10),
  codes: wholeNumber(1, 20_000),
})
export type GuardsForm = z.output<typeof GuardsForm>

const token = z.string().regex(/^[\w-]{22}$/)
const long = (size: number) => z.string().min(2).max(size)
export const StepForm = z.object({ cle: token, step: oneOf(['key', 'certificate', 'polynomial', 'output']), content: long(200_000) })
export const DecryptionForm = z.object({ cle: token, content: long(2_000_000) })
export const RevocationForm = z.object({ cle: token, ballot: long(3_000_000), openings: long(1_000_000), reason: requiredText(200, 3) })
export type RevocationForm = z.output<typeof RevocationForm>
export const CredentialsForm = z.object({ cle: token, content: long(11_000_000) })
export const CloseCodeForm = z.object({
  cle: z.string().default(''),
  credential: z
    .string()
    .transform(typed => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^[1-9]\d{10,640}$/)),
  reason: requiredText(200, 3),
})
export type CloseCodeForm = z.output<typeof CloseCodeForm>
export const BallotForm = z.object({ ballot: long(3_000_000) })
export const HandOutForm = z.object({ person: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) })
export const BoothCode = z.object({ code: z.string() })
/** What the authority types to take a ballot back: read by its browser alone. */
export const RevokerFields = z.object({ code: z.string(), why: z.string() })
