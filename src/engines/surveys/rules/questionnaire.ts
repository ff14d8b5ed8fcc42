import { z } from 'zod'
import { Labels } from './labels.ts'

/** Stable name of a question, an option or a row: it never changes once answers exist. */
export const Code = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
/** The choice “other, specify”, and the point “doesn't know”. */
export const other = 'other'
export const unsure = 'unsure'

/** One comparison with an earlier question. `value` is an option, a point of a scale, or a number; none for `answered`. */
export const Test = z.object({
  question: Code,
  is: z.enum(['same', 'different', 'above', 'below', 'answered']),
  value: z.union([z.string().max(40), z.number()]).optional(),
})
export type Test = z.output<typeof Test>
/** When something is shown: every comparison holds, or any of them. */
export const Condition = z.object({ match: z.enum(['all', 'any']), tests: z.array(Test).min(1).max(8) })
export type Condition = z.output<typeof Condition>

const Choice = z.object({ code: Code, label: Labels })
export type Choice = z.output<typeof Choice>
const choices = z.array(Choice).min(2).max(60)
const common = {
  code: Code,
  label: Labels,
  help: Labels.optional(),
  required: z.boolean().default(false),
  showIf: Condition.optional(),
}
/** Population figures this question is held against: the codes of its options are the codes of the margins. */
const dimension = z.enum(['age', 'sex', 'district']).optional()

/** Points run from 1 to `points`; 5 unless said. The words stand at the two ends. */
const ends = { points: z.int().min(2).max(10).default(5), low: Labels, high: Labels, withUnsure: z.boolean().default(true) }

export const Question = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('one'), options: choices, withOther: z.boolean().default(false), dimension }),
  z.object({
    ...common,
    kind: z.literal('many'),
    options: choices,
    withOther: z.boolean().default(false),
    atLeast: z.int().min(0).max(60).optional(),
    atMost: z.int().min(1).max(60).optional(),
  }),
  z.object({ ...common, kind: z.literal('scale'), ...ends }),
  z.object({ ...common, kind: z.literal('grid'), rows: z.array(Choice).min(1).max(20), ...ends }),
  z.object({
    ...common,
    kind: z.literal('number'),
    unit: Labels.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.int().min(0).max(3).default(0),
  }),
  z.object({ ...common, kind: z.literal('date'), from: z.iso.date().optional(), until: z.iso.date().optional() }),
  z.object({ ...common, kind: z.literal('short'), atMost: z.int().min(1).max(300).default(200) }),
  z.object({ ...common, kind: z.literal('long'), atMost: z.int().min(1).max(4000).default(2000) }),
  z.object({ ...common, kind: z.literal('ranking'), options: choices, places: z.int().min(1).max(10).default(3) }),
])
export type Question = z.output<typeof Question>
export type QuestionKind = Question['kind']
export const questionKinds = ['one', 'many', 'scale', 'grid', 'number', 'date', 'short', 'long', 'ranking'] as const

export const Section = z.object({
  code: Code,
  title: Labels,
  intro: Labels.optional(),
  showIf: Condition.optional(),
  questions: z.array(Question).max(40),
})
export type Section = z.output<typeof Section>

/** A questionnaire, as data: each section is a page of the screen. */
export const Questionnaire = z.object({ languages: z.array(z.string()).min(1).max(8), sections: z.array(Section).max(30) })
export type Questionnaire = z.output<typeof Questionnaire>
/** As it may be written in a file or a demonstration: what has a usual value may be left out. */
export type QuestionnaireDraft = z.input<typeof Questionnaire>

export const questionsOf = (questionnaire: Questionnaire): readonly Question[] => questionnaire.sections.flatMap(one => one.questions)
export const questionNamed = (questionnaire: Questionnaire, code: string) =>
  questionsOf(questionnaire).find(question => question.code === code)
