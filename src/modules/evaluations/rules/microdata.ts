import { type Answers, type Question, type Questionnaire, questionsOf } from '#engines/surveys'
import type { Column, Microdata } from '#engines/tabulation'

/** Waiting times are shown in these classes: up to so many minutes. */
export const waitingClasses = ['0-5', '6-10', '11-20', '21-40', '41+'] as const
const upTo = [5, 10, 20, 40] as const

export const waitingClass = (minutes: number): (typeof waitingClasses)[number] =>
  waitingClasses[upTo.findIndex(limit => minutes <= limit)] ?? '41+'

/** The answers, column by column, as tables are made of them. "No opinion" is no answer. */
export const microdataOf = (questionnaire: Questionnaire, responses: readonly Answers[]): Microdata => ({
  columns: questionsOf(questionnaire).flatMap(question => columnOf(question, responses)),
})

const columnOf = (question: Question, responses: readonly Answers[]): readonly Column[] => {
  const given = responses.map(answers => answers[question.code])
  const single = (categories: readonly string[], ordered: boolean, codeOf: (answer: unknown) => string | null): readonly Column[] => [
    { id: question.code, kind: 'single', categories, ordered, answers: given.map(codeOf) },
  ]
  switch (question.kind) {
    case 'one': {
      const categories = question.options.map(option => option.code).filter(code => code !== 'neutral')
      return single(categories, categories.length > 2, answer => categories.find(code => code === answer) ?? null)
    }
    case 'scale': {
      const categories = Array.from({ length: question.points }, (_, at) => String(at + 1))
      return single(categories, true, answer => categories.find(code => code === String(answer)) ?? null)
    }
    case 'number':
      return single(waitingClasses, true, answer => (typeof answer === 'number' ? waitingClass(answer) : null))
    case 'many':
      return [
        {
          id: question.code,
          kind: 'multiple',
          categories: question.options.map(option => option.code),
          answers: given.map(answer => (Array.isArray(answer) ? answer : null)),
        },
      ]
    default:
      return []
  }
}
