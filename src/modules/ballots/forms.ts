import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { kinds } from './rules/kinds.ts'

/** An hour as `19:30`; `19h30` and `19 h` are read too. */
const hour = z.preprocess(
  value => {
    const hand = typeof value === 'string' ? /^\s*(\d{1,2})\s*[:hH]\s*(\d{2})?\s*$/.exec(value) : null
    return hand ? `${hand[1]!.padStart(2, '0')}:${hand[2] ?? '00'}` : value
  },
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
)
const identifier = z.string().regex(/^\d{1,18}$/)
const optionalIdentifier = z.preprocess(value => (value === '' || value === undefined ? null : value), identifier.nullable())

export const BallotForm = z.object({
  title: requiredText(160, 5),
  introduction: requiredText(6000, 10),
  purpose: requiredText(1000, 10),
  organiser: requiredText(200, 2),
  measure: optionalIdentifier,
  rule: identifier,
  opensOn: day,
  opensHour: hour,
  closesOn: day,
  closesHour: hour,
  secrecy: oneOf(['public', 'secret']),
  hasPaper: checkbox,
})
export type BallotForm = z.output<typeof BallotForm>

export const QuestionForm = z.object({
  title: requiredText(300, 5),
  explanation: optionalText(2000),
  kind: oneOf(kinds),
  most: z.preprocess(value => (value === '' || value === undefined ? '1' : value), wholeNumber(1, 1000)),
  options: optionalText(8000),
})
export type QuestionForm = z.output<typeof QuestionForm>

export const ReasonForm = z.object({ reason: requiredText(1000, 5) })
export type ReasonForm = z.output<typeof ReasonForm>

/** Fields named after questions and options, read by the rules. */
export const VoteForm = z.looseObject({ act: oneOf(['draft', 'cast']) })
export type VoteForm = Record<string, unknown>

export const TableForm = z.object({ place: requiredText(200, 2), scrutineers: requiredText(500, 3) })
export type TableForm = z.output<typeof TableForm>

export const SheetForm = z.looseObject({})
export type SheetForm = Record<string, unknown>

export const MarkForm = z.object({ person: z.uuid(), channel: oneOf(['station', 'paper']) })
export const RevokeForm = z.object({ person: z.uuid(), reason: requiredText(500, 5) })
export type RevokeForm = z.output<typeof RevokeForm>

export const TieForm = z.object({ question: wholeNumber(1, 20), option: wholeNumber(1, 50), lot: requiredText(500, 2) })
export type TieForm = z.output<typeof TieForm>
