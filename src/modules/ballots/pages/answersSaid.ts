import type { T } from '../locales/index.ts'
import type { Answer, Question } from '../rules/kinds.ts'

/** What a ballot says to a question, in words. */
export const answerSaid = (t: T, question: Question, answer: Answer): string => {
  const given = question.options.flatMap(option => {
    const value = answer[String(option.number)]
    return value === undefined ? [] : [{ label: option.label, value }]
  })
  if (given.length === 0) return t('vote.blank')
  if (question.kind === 'judgment') return given.map(one => `${one.label} : ${t(`mention.${mentionOf(one.value)}`)}`).join(' · ')
  if (question.kind === 'points') return given.map(one => `${one.label} : ${one.value}`).join(' · ')
  if (question.kind === 'ranking')
    return given
      .toSorted((a, b) => a.value - b.value)
      .map(one => `${one.value}. ${one.label}`)
      .join(' · ')
  return given.map(one => one.label).join(' · ')
}

const mentionOf = (value: number) => ([0, 1, 2, 3, 4, 5] as const)[value] ?? 5
