import type { Answer, Answers } from './answers.ts'
import { type Labels, said } from './labels.ts'
import { codesOf } from './problemOf.ts'
import { other, type Question, type Questionnaire, questionsOf } from './questionnaire.ts'

/** One column of a flat table of answers. `what` says how to read it. */
export interface Column {
  readonly name: string
  readonly question: string
  readonly kind: Question['kind'] | 'specified'
  readonly label: string
  /** The option, or the line of a grid, this column is about. */
  readonly part?: string | undefined
  readonly valueOf: (answers: Answers) => string | number | null
}

/** A questionnaire as columns: several answers and rankings take one column an option, grids one a line. Null: not answered. */
export const columnsOf = (questionnaire: Questionnaire, language: string): readonly Column[] =>
  questionsOf(questionnaire).flatMap(question => [...columnsOfQuestion(question, language), ...specifiedColumn(question, language)])

const given = (answers: Answers, code: string): Answer | undefined => (Object.hasOwn(answers, code) ? answers[code] : undefined)

const columnsOfQuestion = (question: Question, language: string): readonly Column[] => {
  const common = { question: question.code, kind: question.kind, label: said(question.label, language).text }
  const perPart = (
    parts: readonly string[],
    labels: ReadonlyMap<string, string>,
    valueOf: (value: Answer, part: string) => string | number | null,
  ) =>
    parts.map(part => ({
      ...common,
      name: `${question.code}.${part}`,
      part: labels.get(part) ?? part,
      valueOf: (answers: Answers) => {
        const value = given(answers, question.code)
        return value === undefined ? null : valueOf(value, part)
      },
    }))
  if (question.kind === 'many')
    return perPart(codesOf(question), labelsOf(question.options, language), (value, part) =>
      Array.isArray(value) && value.includes(part) ? 1 : 0,
    )
  if (question.kind === 'ranking')
    return perPart(codesOf(question), labelsOf(question.options, language), (value, part) => {
      const place = Array.isArray(value) ? value.indexOf(part) : -1
      return place === -1 ? null : place + 1
    })
  if (question.kind === 'grid')
    return perPart(
      question.rows.map(row => row.code),
      labelsOf(question.rows, language),
      (value, part) => (typeof value === 'object' && !Array.isArray(value) ? (value[part] ?? null) : null),
    )
  return [{ ...common, name: question.code, valueOf: answers => plain(given(answers, question.code)) }]
}

const specifiedColumn = (question: Question, language: string): readonly Column[] =>
  (question.kind === 'one' || question.kind === 'many') && question.withOther
    ? [
        {
          name: `${question.code}.${other}.text`,
          question: question.code,
          kind: 'specified',
          label: said(question.label, language).text,
          part: other,
          valueOf: answers => plain(given(answers, `${question.code}.other`)),
        },
      ]
    : []

const plain = (value: Answer | undefined) => (typeof value === 'string' || typeof value === 'number' ? value : null)
const labelsOf = (choices: readonly { readonly code: string; readonly label: Labels }[], language: string) =>
  new Map(choices.map(choice => [choice.code, said(choice.label, language).text]))
