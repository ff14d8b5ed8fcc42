import type { Answer, Answers } from './answers.ts'
import { type Questionnaire, questionsOf } from './questionnaire.ts'

/** A field that two people did not read alike on the same sheet. Absent: nothing was read there. */
export interface Difference {
  readonly field: string
  readonly first: Answer | undefined
  readonly second: Answer | undefined
}

/** What differs between two readings of one sheet, in the order of the questionnaire. Case and spaces of texts do not count. */
export const compareKeying = (questionnaire: Questionnaire, first: Answers, second: Answers): readonly Difference[] =>
  questionsOf(questionnaire)
    .flatMap(question => [question.code, `${question.code}.other`])
    .map(field => ({ field, first: own(first, field), second: own(second, field) }))
    .filter(({ first: one, second: two }) => sameness(one) !== sameness(two))

const own = (answers: Answers, field: string) => (Object.hasOwn(answers, field) ? answers[field] : undefined)

const sameness = (answer: Answer | undefined): string => {
  if (answer === undefined) return ''
  if (typeof answer === 'string') return `text ${answer.replaceAll(/\s+/g, ' ').trim().toLowerCase()}`
  if (typeof answer === 'number') return `number ${answer}`
  if (Array.isArray(answer)) return JSON.stringify(answer)
  return JSON.stringify(Object.entries(answer).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
