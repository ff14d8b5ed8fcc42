import { z } from 'zod'
import { oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { origin } from '../rules/origin.ts'
import { gestures } from './rules/terms.ts'

/** Characters in one amendment's text; a longer change is several amendments. */
export const longestText = 5000
const longestReason = 2000
const version = wholeNumber(1, 1_000_000)
const paragraphs = z.preprocess(value => [value ?? []].flat(), z.array(z.string().regex(/^[\w-]{1,60}$/)).max(200))

/** Which text an amendment would change, what it does, and why. */
export const NewAmendment = z.object({
  gesture: oneOf(gestures),
  version,
  paragraph: paragraphs,
  text: optionalText(longestText),
  reason: requiredText(longestReason, 3),
  origin,
})
export type NewAmendment = z.output<typeof NewAmendment>

/** Words brought from elsewhere on the site, to begin an amendment with; what does not fit is left out. */
export const Brought = z.object({
  texte: optionalText(2000).catch(''),
  motif: optionalText(1000).catch(''),
  origine: origin.catch(''),
})
export type Brought = z.output<typeof Brought>

/** The author's own amendment, written better. */
export const Improvement = z.object({ text: optionalText(longestText), reason: requiredText(longestReason, 3) })
export type Improvement = z.output<typeof Improvement>

/** What the group makes of one amendment; merging has its own form. */
export const DecisionForm = z.object({ outcome: oneOf(['accept', 'refuse']), reason: requiredText(longestReason, 3) })
export type DecisionForm = z.output<typeof DecisionForm>

export const WithdrawalForm = z.object({ reason: optionalText(longestReason) })

/** The words that the group retains for each disputed paragraph, one field a paragraph: `text-v1-2`. */
export const mergeForm = (disputed: readonly string[]) =>
  z.object<Record<string, z.ZodType<string | number>>>({
    version,
    reason: requiredText(longestReason, 3),
    ...Object.fromEntries(disputed.map(paragraph => [textField(paragraph), optionalText(20_000)])),
  })
export const textField = (paragraph: string) => `text-${paragraph}`

export const MergeTarget = z.object({
  amendment: z.preprocess(
    value => [value ?? []].flat(),
    z
      .array(z.string().regex(/^\d{1,18}$/))
      .min(1)
      .max(20),
  ),
})

export const CompareForm = z.object({ de: optionalText(7), a: optionalText(7) })
export type CompareForm = z.output<typeof CompareForm>
