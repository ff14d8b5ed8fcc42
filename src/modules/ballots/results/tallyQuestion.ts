import type { QuestionCounts } from '../rules/counts.ts'
import { mentions, type Question } from '../rules/kinds.ts'
import { judgmentOrder, medianOf, type Profile } from '../rules/majorityJudgment.ts'
import { schulze } from '../rules/schulze.ts'
import type { QuestionResult } from './content.ts'

interface Found {
  readonly electronic: QuestionCounts | undefined
  readonly paper: QuestionCounts | undefined
  readonly whole: QuestionCounts | undefined
}

/** Counts one question, electronic and paper together, with both figures kept apart. `ballots` are all those counted. */
export const tallyQuestion = (question: Question, found: Found, ballots: number): QuestionResult => {
  const blank = found.whole?.blank ?? 0
  const answered = ballots - blank
  const options = question.options.map(({ number, label }) => {
    const [electronic, paper] = [timesOf(question, found.electronic, number), timesOf(question, found.paper, number)]
    return { number, label, electronic, paper, total: electronic + paper }
  })
  const judged = question.kind === 'judgment' ? judgedIn(question, found.whole) : null
  const ranked = question.kind === 'ranking' ? rankedIn(question, found.whole) : null
  const order = judged?.order ?? ranked?.order ?? placesOf(options.map(one => [one.number, one.total] as const))
  return {
    number: question.number,
    kind: question.kind,
    title: question.title,
    answered,
    blank,
    options,
    order,
    winners: answered === 0 ? [] : (order[0] ?? []),
    judged: judged?.judged ?? null,
    duels: ranked?.duels ?? null,
  }
}

/** Votes or points; ballots that ranked it; for a judgment, ballots that judged. */
const timesOf = (question: Question, counts: QuestionCounts | undefined, option: number): number => {
  if (!counts) return 0
  if (question.kind === 'judgment') return sum(profileOf(counts, option))
  if (question.kind === 'ranking') return sum(counts.orders.filter(one => one.ranks[String(option)] !== undefined).map(one => one.times))
  return counts.cells[String(option)] ?? 0
}

/** Options by their sums, the greatest first; equal sums share a place. */
const placesOf = (sums: readonly (readonly [number, number])[]): number[][] =>
  [...Map.groupBy(sums, ([, total]) => total)]
    .toSorted(([a], [b]) => b - a)
    .map(([, tied]) => tied.map(([option]) => option).toSorted((a, b) => a - b))

const judgedIn = (question: Question, counts: QuestionCounts | undefined) => {
  const profiles = new Map(question.options.map(({ number }) => [number, profileOf(counts, number)] as const))
  const judged = [...profiles].map(([option, profile]) => {
    const median = medianOf(profile) ?? mentions.length - 1
    const total = Math.max(1, sum(profile))
    return {
      option,
      mentions: [...profile],
      median,
      better: sum(profile.slice(0, median)) / total,
      worse: sum(profile.slice(median + 1)) / total,
    }
  })
  return { order: judgmentOrder(profiles), judged }
}

const profileOf = (counts: QuestionCounts | undefined, option: number): Profile =>
  mentions.map(mention => counts?.cells[`${option}:${mention}`] ?? 0)

const rankedIn = (question: Question, counts: QuestionCounts | undefined) => {
  const options = question.options.map(one => one.number)
  const { order, preferred, paths } = schulze(options, counts?.orders ?? [])
  const copy = (matrix: readonly (readonly number[])[]) => matrix.map(line => [...line])
  return { order: copy(order), duels: { options, preferred: copy(preferred), paths: copy(paths) } }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
