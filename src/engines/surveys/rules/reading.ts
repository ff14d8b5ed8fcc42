import type { Answers } from './answers.ts'
import type { Labels } from './labels.ts'
import { said } from './labels.ts'
import { other, type Question, unsure } from './questionnaire.ts'

/** Words that the questionnaire does not hold itself. */
export interface CommonWords {
  readonly other: string
  readonly unsure: string
}

/** The answer to one question, in words, one line each; empty when there is none. */
export const answerInWords = (question: Question, answers: Answers, language: string, common: CommonWords): readonly string[] => {
  const given = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined
  if (given === undefined) return []
  const specified = answers[`${question.code}.other`]
  const choice = (code: string) => {
    if (code === other) return typeof specified === 'string' ? `${common.other} : ${specified}` : common.other
    return labelOf('options' in question ? question.options : [], code, language)
  }
  const point = (value: string | number) => (value === unsure ? common.unsure : String(value))
  switch (question.kind) {
    case 'one':
      return [choice(String(given))]
    case 'many':
      return Array.isArray(given) ? given.map(choice) : []
    case 'ranking':
      return Array.isArray(given) ? given.map((code, at) => `${at + 1}. ${choice(code)}`) : []
    case 'scale':
      return typeof given === 'object' ? [] : [point(given)]
    case 'grid':
      return typeof given === 'object' && !Array.isArray(given)
        ? question.rows
            .filter(row => Object.hasOwn(given, row.code))
            .map(row => `${said(row.label, language).text} : ${point(given[row.code] ?? '')}`)
        : []
    case 'number':
      return [question.unit ? `${String(given)} ${said(question.unit, language).text}` : String(given)]
    default:
      return [String(given)]
  }
}

const labelOf = (choices: readonly { readonly code: string; readonly label: Labels }[], code: string, language: string) => {
  const found = choices.find(one => one.code === code)
  return found ? said(found.label, language).text : code
}
