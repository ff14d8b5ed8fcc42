import { z } from 'zod'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { lineKinds, methods, studyOutcomes, voteKinds } from './rules/terms.ts'

const mostEuros = 1_000_000_000
/** A number that may be left empty. */
const optionalNumber = (min: number, max: number) =>
  z.preprocess(
    value => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value),
    wholeNumber(min, max).nullable(),
  )
/** The number of something; empty is none. */
const reference = z
  .string()
  .default('')
  .transform(text => (/^[1-9]\d{0,17}$/.test(text) ? text : null))

/** The rules of a budget, in whole euros. */
export const BudgetForm = z.object({
  title: requiredText(200, 5),
  summary: optionalText(2000),
  envelope: wholeNumber(1, mostEuros),
  ceiling: optionalNumber(1, mostEuros),
  sectors: optionalText(2000),
  ideasFrom: day,
  ideasUntil: day,
  studyUntil: day,
  voteFrom: day,
  voteUntil: day,
  proposeRule: reference,
  voteRule: reference,
  voteKind: oneOf(voteKinds),
  mostChoices: optionalNumber(1, 500),
  points: optionalNumber(2, 1000),
  method: oneOf(methods),
  note: optionalText(1000),
})
export type BudgetForm = z.output<typeof BudgetForm>

export const IdeaForm = z.object({
  title: requiredText(150, 5),
  text: requiredText(4000, 20),
  sector: reference,
  namedPlace: reference,
  place: optionalText(200),
  point: optionalText(60),
  // Ticked once the likeness with other ideas was seen.
  isNew: checkbox,
})
export type IdeaForm = z.output<typeof IdeaForm>

export const StudyForm = z.object({
  outcome: oneOf(studyOutcomes),
  reason: requiredText(3000, 10),
  saidAs: requiredText(150, 3),
  lines: optionalText(3000),
})
export type StudyForm = z.output<typeof StudyForm>
export const MessageForm = z.object({ message: requiredText(2000, 3) })
export type MessageForm = z.output<typeof MessageForm>
export const MergeForm = z.object({ into: z.string().regex(/^[1-9]\d{0,17}$/), mergeReason: requiredText(1000, 5) })
export type MergeForm = z.output<typeof MergeForm>
export const AppealForm = z.object({ appeal: requiredText(3000, 10) })
export type AppealForm = z.output<typeof AppealForm>
export const AnswerForm = z.object({ decision: oneOf(['maintained', 'reopened'] as const), answer: requiredText(3000, 10) })
export type AnswerForm = z.output<typeof AnswerForm>
export const WithdrawForm = z.object({ withdrawReason: optionalText(1000) })
export type WithdrawForm = z.output<typeof WithdrawForm>

/** A ballot: boxes ticked, or points project by project (`p12`); what is asked of it is in `act`. */
export const BallotForm = z
  .object({
    projects: z.preprocess(value => (value === undefined ? [] : [value].flat()), z.array(z.string().max(20)).max(2000)),
    district: optionalText(80),
    age: optionalText(40),
    act: oneOf(['save', 'review', 'cast'] as const).catch('save'),
  })
  .loose()
export type BallotForm = z.output<typeof BallotForm>

export const SheetForm = z.object({
  code: z
    .string()
    .transform(text => text.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .pipe(z.string().regex(/^[0-9A-Z]{6}$/)),
})
export type SheetForm = z.output<typeof SheetForm>
export const RevokeForm = z.object({ because: requiredText(500, 5) })
export type RevokeForm = z.output<typeof RevokeForm>
export const LotForm = z.object({ seed: requiredText(200, 3), note: requiredText(1000, 10) })
export type LotForm = z.output<typeof LotForm>

export const PlaceForm = z.object({ name: requiredText(100, 2), point: requiredText(60, 3) })
export type PlaceForm = z.output<typeof PlaceForm>
export const LineForm = z.object({ kind: oneOf(lineKinds), lineName: optionalText(100), points: requiredText(20_000, 3) })
export type LineForm = z.output<typeof LineForm>
export const RemoveForm = z.object({ id: z.string().regex(/^[1-9]\d{0,17}$/) })

export const ArchiveForm = z.object({ title: optionalText(200) })
export type ArchiveForm = z.output<typeof ArchiveForm>
