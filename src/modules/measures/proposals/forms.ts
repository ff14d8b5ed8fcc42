import { z } from 'zod'
import { optionalText, requiredText } from '#kernel/forms'
import { origin } from '../rules/origin.ts'

export const longestProposal = 8000

/** A measure that someone proposes. */
export const NewProposal = z.object({
  title: requiredText(200, 5),
  text: requiredText(longestProposal, 20),
  reason: requiredText(2000, 3),
  origin,
})
export type NewProposal = z.output<typeof NewProposal>

/** Words brought from elsewhere on the site, to begin with; what does not fit is left out. */
export const BroughtMeasure = z.object({
  titre: optionalText(200).catch(''),
  texte: optionalText(4000).catch(''),
  motif: optionalText(2000).catch(''),
  origine: origin.catch(''),
})

export const PublishForm = z.object({
  section: z.union([z.literal(''), z.string().regex(/^\d{1,18}$/)]).default(''),
  reason: requiredText(2000, 3),
})
export type PublishForm = z.output<typeof PublishForm>
export const RefuseForm = z.object({ reason: requiredText(2000, 3) })
export type RefuseForm = z.output<typeof RefuseForm>
