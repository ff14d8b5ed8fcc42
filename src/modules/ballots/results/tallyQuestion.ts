import { majorityJudgment, type Rank, schulze } from '#engines/tallies'
import type { QuestionCounts } from '../rules/counts.ts'
import { mentions, type Question, worstMention } from '../rules/kinds.ts'
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
    separations: judged?.separations ?? null,
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

const numbered = (ranking: readonly Rank[]): number[][] => ranking.map(rank => rank.options.map(Number).toSorted((a, b) => a - b))

/**
 * Sheets of paper give how often each mention was given to each option, not who gave it: majority judgment reads nothing else. The
 * engine judges from the worst mention (0) to the best.
 */
const judgedIn = (question: Question, counts: QuestionCounts | undefined) => {
  const lists = new Map(
    question.options.map(({ number }) => [
      number,
      profileOf(counts, number).flatMap((times, mention) => Array<number>(times).fill(mention)),
    ]),
  )
  const ballots = Math.max(0, ...[...lists.values()].map(list => list.length))
  const found = majorityJudgment(
    [...lists.keys()].map(String),
    mentions.length,
    Array.from({ length: ballots }, (_, at) =>
      Object.fromEntries([...lists].map(([option, list]) => [String(option), worstMention - (list[at] ?? worstMention)])),
    ),
  )
  return {
    order: numbered(found.ranking),
    judged: found.judged.map(one => ({
      option: Number(one.option),
      mentions: one.distribution.toReversed(),
      median: worstMention - one.median,
      better: one.above / Math.max(1, found.ballots),
      worse: one.below / Math.max(1, found.ballots),
    })),
    separations: found.separations.map(({ better, than, removed, grades }) => ({
      better: Number(better),
      than: Number(than),
      removed,
      mentions: [worstMention - grades[0], worstMention - grades[1]] as [number, number],
    })),
  }
}

const profileOf = (counts: QuestionCounts | undefined, option: number) =>
  mentions.map(mention => counts?.cells[`${option}:${mention}`] ?? 0)

const rankedIn = (question: Question, counts: QuestionCounts | undefined) => {
  const options = question.options.map(one => one.number)
  const ballots = (counts?.orders ?? []).flatMap(({ ranks, times }) => {
    const groups = [...Map.groupBy(Object.entries(ranks), ([, rank]) => rank)].toSorted(([a], [b]) => a - b)
    const ranking = groups.map(([, group]) => group.map(([option]) => option))
    return Array.from({ length: times }, () => ranking)
  })
  const { ranking, preferred, strengths } = schulze(options.map(String), ballots)
  const copy = (matrix: readonly (readonly number[])[]) => matrix.map(line => [...line])
  return { order: numbered(ranking), duels: { options, preferred: copy(preferred), paths: copy(strengths) } }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
