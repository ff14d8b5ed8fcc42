import type { FormValues } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import type { AnyForm } from '#kernel/ui'
import { words } from '../locales/index.ts'
import type { Answer, Answers } from '../rules/answers.ts'
import type { Problem } from '../rules/problemOf.ts'

/** Answers already kept, as the values of a form. */
export const valuesOf = (answers: Answers): FormValues =>
  Object.fromEntries(Object.entries(answers).flatMap(([code, answer]) => valuesFor(code, answer)))

const valuesFor = (code: string, answer: Answer): [string, string | readonly string[]][] => {
  if (typeof answer === 'string' || typeof answer === 'number') return [[code, String(answer)]]
  if (Array.isArray(answer)) return [[code, answer], ...answer.map((one, at): [string, string] => [`${code}.${at + 1}`, one])]
  return Object.entries(answer).map(([row, point]) => [`${code}.${row}`, String(point)])
}

/** A form to draw: what was typed, and one sentence beside each field to correct. */
export const formOf = (values: FormValues, problems: Readonly<Record<string, Problem>>, locale: Locale): AnyForm => ({
  values,
  errors: Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, sentenceOf(problem, locale)])),
})

/** What to do about a problem, in words. */
export const sentenceOf = ({ because, n }: Problem, locale: Locale): string => {
  const isDay = (because === 'early' || because === 'late') && typeof n === 'string'
  return words(locale)(`problem.${because}`, n === undefined ? {} : { n: isDay ? formatDate(n, locale) : n })
}
