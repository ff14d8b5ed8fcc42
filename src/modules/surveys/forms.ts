import { z } from 'zod'
import { questionKinds } from '#engines/surveys'
import { checkbox, day, oneOf, optionalText, requiredText, wholeNumber } from '#kernel/forms'
import { audiences } from './rules/standing.ts'
import { templateNames } from './data/templates.ts'

const emptyOr = <S extends z.ZodType>(schema: S) =>
  z
    .union([z.literal('').transform(() => null), schema])
    .optional()
    .transform(value => value ?? null)

export const NewSurvey = z.object({ title: requiredText(200, 5), template: oneOf(templateNames) })
export type NewSurvey = z.output<typeof NewSurvey>

export const SurveyWordsForm = z.object({
  title: requiredText(200, 5),
  purpose: requiredText(2000, 10),
  askedBy: requiredText(200),
  followUp: requiredText(2000, 10),
  audience: oneOf(audiences),
  closesOn: emptyOr(day),
  service: emptyOr(z.string().regex(/^\d{1,18}$/)),
  measure: emptyOr(z.string().regex(/^\d{1,18}$/)),
})
export type SurveyWordsForm = z.output<typeof SurveyWordsForm>

export const NewSection = z.object({ title: requiredText(200) })
export const NewQuestionForm = z.object({ section: requiredText(40), kind: oneOf(questionKinds), label: requiredText(600) })
export const SectionForm = z.object({ title: requiredText(200), intro: optionalText(600), reason: optionalText(1000) })

/** One question, as it is edited: fields of other kinds stay empty. */
export const EditedQuestion = z.object({
  label: requiredText(600),
  help: optionalText(600),
  required: checkbox,
  options: optionalText(8000),
  rows: optionalText(8000),
  withOther: checkbox,
  withUnsure: checkbox,
  dimension: z.enum(['', 'age', 'sex', 'district']).default(''),
  low: optionalText(200),
  high: optionalText(200),
  unit: optionalText(60),
  points: optionalText(20),
  places: optionalText(20),
  atLeast: optionalText(20),
  atMost: optionalText(20),
  min: optionalText(20),
  max: optionalText(20),
  decimals: optionalText(20),
  from: optionalText(20),
  until: optionalText(20),
  reason: optionalText(1000),
})
export const Gesture = z.object({ act: requiredText(80) })

export const Prolongation = z.object({ until: day, reason: requiredText(1000, 5) })
export type Prolongation = z.output<typeof Prolongation>

export const PrintForm = z.object({ count: wholeNumber(1, 200), language: requiredText(3) })
export const AsideForm = z.object({ reason: requiredText(1000, 5) })

export const PublicationForm = z.object({ remarks: optionalText(4000), weighted: checkbox })
export type PublicationForm = z.output<typeof PublicationForm>
export const EffectForm = z.object({ kind: oneOf(['decided', 'done', 'measured']), text: requiredText(2000, 5), on: day })
export type EffectForm = z.output<typeof EffectForm>

export const CodeForm = z.object({ code: requiredText(30) })
export type CodeForm = z.output<typeof CodeForm>
