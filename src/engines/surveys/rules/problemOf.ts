import type { Answer, Answers } from './answers.ts'
import { other, type Question, unsure } from './questionnaire.ts'

/** Why an answer cannot be kept; each has its sentence in the locales, with `n` where there is a bound. */
export type Because =
  | 'required'
  | 'choose'
  | 'number'
  | 'date'
  | 'long'
  | 'few'
  | 'many'
  | 'small'
  | 'big'
  | 'decimals'
  | 'early'
  | 'late'
  | 'twice'
  | 'gap'
  | 'rows'
  | 'specify'
export interface Problem {
  readonly because: Because
  readonly n?: number | string
}
/** A problem, and the field of the form beside which it is said. */
export interface Wrong {
  readonly field: string
  readonly problem: Problem
}

const longestOther = 200

/** What is wrong with the answer to this question, if anything: both what was typed and what is about to be stored pass here. */
export const problemOf = (question: Question, answers: Answers): Wrong | null => {
  const given = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined
  const at = (problem: Problem | null, field = question.code): Wrong | null => problem && { field, problem }
  if (given === undefined) return question.required ? at({ because: question.kind === 'grid' ? 'rows' : 'required' }) : null
  const specified = answers[`${question.code}.other`]
  if (specified !== undefined && (typeof specified !== 'string' || specified.length > longestOther))
    return at({ because: 'long', n: longestOther }, `${question.code}.other`)
  if (question.required && choosesOther(question, given) && !specified) return at({ because: 'specify' }, `${question.code}.other`)
  return at(misfit(question, given))
}

const choosesOther = (question: Question, given: Answer) =>
  (question.kind === 'one' || question.kind === 'many') && question.withOther && [given].flat().includes(other)

const misfit = (question: Question, given: Answer): Problem | null => {
  switch (question.kind) {
    case 'one':
      return typeof given === 'string' && codesOf(question).includes(given) ? null : { because: 'choose' }
    case 'many':
      return several(given, codesOf(question)) ?? counted(given, question.atLeast, question.atMost)
    case 'ranking':
      return several(given, codesOf(question)) ?? counted(given, undefined, question.places)
    case 'scale':
      return isPoint(question, given) ? null : { because: 'choose' }
    case 'grid':
      return gridMisfit(question, given)
    case 'number':
      return numberMisfit(question, given)
    case 'date':
      return dateMisfit(question, given)
    case 'short':
    case 'long':
      if (typeof given !== 'string' || given === '') return { because: 'required' }
      return given.length > question.atMost ? { because: 'long', n: question.atMost } : null
  }
}

/** The choices of a question, “other” included. */
export const codesOf = (question: Question): readonly string[] => {
  if (question.kind !== 'one' && question.kind !== 'many' && question.kind !== 'ranking') return []
  const codes = question.options.map(option => option.code)
  return question.kind !== 'ranking' && question.withOther ? [...codes, other] : codes
}

const several = (given: Answer, known: readonly string[]): Problem | null => {
  if (!Array.isArray(given) || given.length === 0 || given.some(one => !known.includes(one))) return { because: 'choose' }
  return new Set(given).size === given.length ? null : { because: 'twice' }
}
const counted = (given: Answer, atLeast: number | undefined, atMost: number | undefined): Problem | null => {
  const n = Array.isArray(given) ? given.length : 0
  if (atLeast !== undefined && n < atLeast) return { because: 'few', n: atLeast }
  return atMost !== undefined && n > atMost ? { because: 'many', n: atMost } : null
}

const isPoint = (question: { readonly points: number; readonly withUnsure: boolean }, given: unknown) =>
  typeof given === 'number' ? Number.isInteger(given) && given >= 1 && given <= question.points : given === unsure && question.withUnsure

const gridMisfit = (question: Extract<Question, { kind: 'grid' }>, given: Answer): Problem | null => {
  if (typeof given !== 'object' || Array.isArray(given)) return { because: 'choose' }
  const rows = question.rows.map(row => row.code)
  if (Object.entries(given).some(([row, point]) => !rows.includes(row) || !isPoint(question, point))) return { because: 'choose' }
  return question.required && Object.keys(given).length < rows.length ? { because: 'rows' } : null
}

const numberMisfit = (question: Extract<Question, { kind: 'number' }>, given: Answer): Problem | null => {
  if (typeof given !== 'number' || !Number.isFinite(given) || Math.abs(given) > 1e12) return { because: 'number' }
  if (Number(given.toFixed(question.decimals)) !== given) return { because: 'decimals', n: question.decimals }
  if (question.min !== undefined && given < question.min) return { because: 'small', n: question.min }
  return question.max !== undefined && given > question.max ? { because: 'big', n: question.max } : null
}

const dateMisfit = (question: Extract<Question, { kind: 'date' }>, given: Answer): Problem | null => {
  if (typeof given !== 'string' || !isDay(given)) return { because: 'date' }
  if (question.from !== undefined && given < question.from) return { because: 'early', n: question.from }
  return question.until !== undefined && given > question.until ? { because: 'late', n: question.until } : null
}
const isDay = (text: string) => {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return moment !== null && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}
