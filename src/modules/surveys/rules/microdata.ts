import { type Answers, codesOf, type Condition, other, type Question, type Questionnaire, questionsOf, unsure } from '#engines/surveys'
import type { Column, MultipleColumn, SingleColumn } from '#engines/tabulation'

/** A column of answers to be tabulated, and the question or the line of a grid it comes from. */
export interface Tabulated {
  readonly id: string
  readonly question: Question
  /** A line of a grid, or the first place of a ranking. */
  readonly part?: { readonly kind: 'row' | 'first'; readonly code: string } | undefined
  readonly categories: readonly string[]
  readonly isMultiple: boolean
  readonly isOrdered: boolean
  readonly valueOf: (answers: Answers) => string | readonly string[] | null
}

/** Every question that can be counted: free texts and days cannot. */
export const tabulatedOf = (questionnaire: Questionnaire): readonly Tabulated[] => questionsOf(questionnaire).flatMap(tabulated)

const tabulated = (question: Question): readonly Tabulated[] => {
  const given = (answers: Answers) => (Object.hasOwn(answers, question.code) ? answers[question.code] : undefined)
  const common = { id: question.code, question, isMultiple: false, isOrdered: false }
  const listed = (answers: Answers) => {
    const value = given(answers)
    return Array.isArray(value) ? value : null
  }
  switch (question.kind) {
    case 'one':
      return [{ ...common, categories: codesOf(question), valueOf: answers => textOrNull(given(answers)) }]
    case 'many':
      return [{ ...common, categories: codesOf(question), isMultiple: true, valueOf: listed }]
    case 'ranking':
      return [
        {
          ...common,
          id: `${question.code}.first`,
          part: { kind: 'first', code: 'first' },
          categories: codesOf(question),
          valueOf: answers => listed(answers)?.[0] ?? null,
        },
        { ...common, categories: codesOf(question), isMultiple: true, valueOf: listed },
      ]
    case 'scale':
      return [{ ...common, isOrdered: true, categories: pointsOf(question), valueOf: answers => textOrNull(given(answers)) }]
    case 'grid':
      return question.rows.map(row => ({
        ...common,
        id: `${question.code}.${row.code}`,
        part: { kind: 'row', code: row.code },
        isOrdered: true,
        categories: pointsOf(question),
        valueOf: (answers: Answers) => {
          const value = given(answers)
          return typeof value === 'object' && !Array.isArray(value) ? textOrNull(value[row.code]) : null
        },
      }))
    case 'number':
      return [{ ...common, isOrdered: true, categories: bandsOf(question), valueOf: answers => bandOf(question, given(answers)) }]
    default:
      return []
  }
}

const textOrNull = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null)
const pointsOf = ({ points, withUnsure }: { points: number; withUnsure: boolean }) => [
  ...Array.from({ length: points }, (_, at) => String(at + 1)),
  ...(withUnsure ? [unsure] : []),
]

// Bounds fixed beforehand: bounds drawn from the answers would tell the smallest and the largest of them.
const bounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000]
const boundsFor = ({ min, max }: { readonly min?: number | undefined; readonly max?: number | undefined }) =>
  bounds.filter(bound => bound > (min ?? 0) && bound <= (max ?? Number.MAX_VALUE))
type NumberQuestion = Extract<Question, { kind: 'number' }>
/** Bands of a number, `'0-4'`: from the first (included) to the second (excluded). */
const bandsOf = (question: NumberQuestion): readonly string[] => {
  const inside = boundsFor(question)
  return Array.from({ length: inside.length + 1 }, (_, at) => `${inside[at - 1] ?? ''}:${inside[at] ?? ''}`)
}
const bandOf = (question: NumberQuestion, value: unknown): string | null => {
  if (typeof value !== 'number') return null
  const inside = boundsFor(question)
  const at = inside.filter(bound => value >= bound).length
  return `${inside[at - 1] ?? ''}:${inside[at] ?? ''}`
}

/** Answers gathered one response at a time into columns, each with whom its question was asked. */
export const gather = (questionnaire: Questionnaire) => {
  const wanted = tabulatedOf(questionnaire)
  const values: (string | readonly string[] | null)[][] = wanted.map(() => [])
  return {
    add: (answers: Answers) => wanted.forEach((one, at) => values[at]?.push(one.valueOf(answers))),
    columns: (): readonly Column[] =>
      wanted.map((one, at) => {
        const asked = askedTo(questionnaire, one.question, wanted)
        const shared = { id: one.id, categories: one.categories, ...(asked.length > 0 ? { asked } : {}) }
        const answers = values[at] ?? []
        return one.isMultiple
          ? ({ ...shared, kind: 'multiple', answers: answers.map(value => (Array.isArray(value) ? value : null)) } satisfies MultipleColumn)
          : ({
              ...shared,
              kind: 'single',
              ordered: one.isOrdered,
              answers: answers.map(value => (typeof value === 'string' ? value : null)),
            } satisfies SingleColumn)
      }),
  }
}

/** Who was asked, as far as questions with one answer tell; what they don't tell is left unsaid, which hides no less. */
const askedTo = (questionnaire: Questionnaire, question: Question, wanted: readonly Tabulated[]) => {
  const section = questionnaire.sections.find(one => one.questions.includes(question))
  return [section?.showIf, question.showIf].flatMap(condition => askedBy(condition, wanted))
}
const askedBy = (condition: Condition | undefined, wanted: readonly Tabulated[]) => {
  if (!condition || (condition.match === 'any' && condition.tests.length > 1)) return []
  return condition.tests.flatMap(test => {
    const source = wanted.find(one => one.id === test.question)
    if (!source || source.isMultiple) return []
    const codes = source.categories.filter(code => fits(code, test))
    return codes.length === 0 || codes.length === source.categories.length ? [] : [{ column: source.id, codes }]
  })
}
/** Whether an answer of this category may fit the comparison; a band fits as soon as part of it does. */
const fits = (code: string, test: Condition['tests'][number]): boolean => {
  const value = String(test.value ?? '')
  const [low, high] = code.includes(':') ? code.split(':') : [code, code]
  const isBand = code.includes(':')
  switch (test.is) {
    case 'same':
      return isBand ? true : code === value
    case 'different':
      return isBand ? true : code !== value
    case 'above':
      return code !== unsure && code !== other && (high === '' || Number(high) > Number(value))
    case 'below':
      return code !== unsure && code !== other && (low === '' || Number(low) < Number(value))
    case 'answered':
      return true
  }
}
