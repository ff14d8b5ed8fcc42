import type { FormValues } from '#kernel/forms'
import type { Answer } from './answers.ts'
import type { Problem } from './problemOf.ts'
import { other, type Question, unsure } from './questionnaire.ts'

/** What a person typed for one question: an answer, what “other” is, or what cannot even be read. Nothing typed is nothing. */
export interface Typed {
  readonly answer?: Answer | undefined
  readonly specified?: string | undefined
  readonly problem?: Problem | undefined
}

/** Reads one question of a form; `problemOf` judges it afterwards. */
export const typedAnswer = (question: Question, values: FormValues): Typed => {
  const texts = textsOf(values, question.code)
  const text = texts[0] ?? ''
  switch (question.kind) {
    case 'one':
      return text === '' ? {} : { answer: text, ...specifiedOf(question, values, [text]) }
    case 'many': {
      const chosen = [...new Set(texts)]
      return chosen.length === 0 ? {} : { answer: chosen, ...specifiedOf(question, values, chosen) }
    }
    case 'scale':
      return text === '' ? {} : { answer: pointOf(text) }
    case 'grid': {
      const points = question.rows.flatMap(row =>
        textsOf(values, `${question.code}.${row.code}`)
          .slice(0, 1)
          .map(point => [row.code, pointOf(point)] as const),
      )
      return points.length === 0 ? {} : { answer: Object.fromEntries(points) }
    }
    case 'number':
      return text === '' ? {} : numberOf(text)
    case 'date':
      return text === '' ? {} : { answer: dayOf(text) }
    case 'short':
      return text === '' ? {} : { answer: text.replaceAll(/\s+/g, ' ') }
    case 'long':
      return text === '' ? {} : { answer: text }
    case 'ranking':
      return rankingOf(question.places, values, question.code)
  }
}

const textsOf = (values: FormValues, field: string): readonly string[] =>
  Object.hasOwn(values, field)
    ? [values[field] ?? []]
        .flat()
        .map(clean)
        .filter(text => text !== '')
    : []

// PostgreSQL refuses NUL, and a lone surrogate is no text.
const clean = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g, '')
    .trim()

const specifiedOf = (question: { readonly code: string; readonly withOther: boolean }, values: FormValues, chosen: readonly string[]) => {
  const specified = question.withOther && chosen.includes(other) ? textsOf(values, `${question.code}.other`)[0] : undefined
  return specified ? { specified } : {}
}

const pointOf = (text: string): string | number => (text === unsure ? unsure : /^\d{1,2}$/.test(text) ? Number(text) : text)

const numberOf = (text: string): Typed => {
  const digits = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(digits) ? { answer: Number(digits) } : { problem: { because: 'number' } }
}

/** Also read as written by hand, `3/3/2027`. */
const dayOf = (text: string) => {
  const hand = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  return hand ? `${hand[3]}-${hand[2]?.padStart(2, '0')}-${hand[1]?.padStart(2, '0')}` : text
}

/** Places are filled from the first; an empty one before a filled one is said, not guessed. */
const rankingOf = (places: number, values: FormValues, code: string): Typed => {
  const typed = Array.from({ length: places }, (_, at) => textsOf(values, `${code}.${at + 1}`)[0] ?? '')
  const last = typed.findLastIndex(text => text !== '')
  if (last === -1) return {}
  return typed.slice(0, last).includes('') ? { problem: { because: 'gap' } } : { answer: typed.slice(0, last + 1) }
}
