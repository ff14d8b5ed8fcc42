import type { QuestionCounts } from '../rules/counts.ts'
import type { Question } from '../rules/kinds.ts'
import type { QuestionResult } from './content.ts'

interface Found {
  readonly electronic: QuestionCounts | undefined
  readonly paper: QuestionCounts | undefined
  readonly whole: QuestionCounts | undefined
}

/** Counts one question, electronic and paper together, with both figures kept apart. */
export const tallyQuestion = (question: Question, found: Found, ballots: number): QuestionResult => {
  const blank = found.whole?.blank ?? 0
  const options = question.options.map(({ number, label }) => {
    const [electronic, paper] = [sumOf(found.electronic, number), sumOf(found.paper, number)]
    return { number, label, electronic, paper, total: electronic + paper }
  })
  const order = placesOf(options.map(one => [one.number, one.total] as const))
  return {
    number: question.number,
    kind: question.kind,
    title: question.title,
    answered: ballots - blank,
    blank,
    options,
    order,
    winners: ballots - blank === 0 ? [] : (order[0] ?? []),
    judged: null,
    duels: null,
  }
}

const sumOf = (counts: QuestionCounts | undefined, option: number) => counts?.cells[String(option)] ?? 0

/** Options by their sums, the greatest first; equal sums share a place. */
const placesOf = (sums: readonly (readonly [number, number])[]): number[][] =>
  [...Map.groupBy(sums, ([, sum]) => sum)]
    .toSorted(([a], [b]) => b - a)
    .map(([, tied]) => tied.map(([option]) => option).toSorted((a, b) => a - b))
