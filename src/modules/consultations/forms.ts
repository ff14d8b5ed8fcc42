import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { answers, longestStatement, moderatedWhen, whoAdds } from './rules/terms.ts'

const number = optionalText(18).transform(text => (/^\d{1,18}$/.test(text) ? text : null))

export const ConsultationForm = z.object({
  title: requiredText(200, 10),
  introduction: requiredText(4000, 20),
  organiser: requiredText(300, 3),
  purpose: requiredText(2000, 10),
  followUp: requiredText(2000, 10),
  resultsAt: optionalText(300),
  measure: number,
  service: number,
  moderated: oneOf(moderatedWhen),
  whoAdds: oneOf(whoAdds),
  opensOn: day,
  closesOn: day,
  seeds: optionalText(30_000),
  reason: optionalText(500),
})
export type ConsultationForm = z.output<typeof ConsultationForm>

export const VoteForm = z.object({
  statement: wholeNumber(0, 2_000_000_000),
  vote: oneOf(answers),
  passed: optionalText(1000),
  back: optionalText(20),
})
export type VoteForm = z.output<typeof VoteForm>
/** Fields `s12` hold the answer to statement 12. */
export const SheetForm = z.looseObject({})
export const StatementForm = z.object({ text: requiredText(longestStatement, 10), confirmed: checkbox })
export type StatementForm = z.output<typeof StatementForm>
export const ReasonForm = z.object({ reason: requiredText(500, 5) })
export type ReasonForm = z.output<typeof ReasonForm>
export const ProlongForm = z.object({ closesOn: day, reason: requiredText(500, 5) })
export type ProlongForm = z.output<typeof ProlongForm>
export const PublishForm = z.object({ reason: optionalText(500) })
export type PublishForm = z.output<typeof PublishForm>
export const PrintForm = z.object({ copies: wholeNumber(1, 50) })
export type PrintForm = z.output<typeof PrintForm>
export const ImportForm = z.object({
  title: requiredText(200, 5),
  introduction: requiredText(4000, 10),
  source: requiredText(300, 3),
  licence: requiredText(200, 2),
  comments: optionalText(1),
  votes: optionalText(1),
  participants: optionalText(1),
})
export type ImportForm = z.output<typeof ImportForm>
