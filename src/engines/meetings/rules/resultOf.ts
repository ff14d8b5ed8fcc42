import { colleges, type College, type Majority, type Manner } from './charter.ts'

export const choices = ['for', 'against', 'abstention', 'blank'] as const
export type Choice = (typeof choices)[number]
/** Voices by what they said; a blank or void paper says neither for nor against. */
export type Count = Readonly<Record<Choice, number>>

export interface ResultLine extends Count {
  readonly of: College | 'all'
  readonly sitting: number
  /** What the majority is a share of; for a simple majority, the votes for and against. */
  readonly base: number
  /** Votes for that were needed. */
  readonly needed: number
  readonly carried: boolean
  readonly tied: boolean
}
export interface Result {
  /** `postponed`: the vote could not be ended in number; nothing was decided. */
  readonly outcome: 'carried' | 'rejected' | 'tied' | 'nobody-voted' | 'postponed'
  readonly settledBy: 'majority' | 'casting-vote' | 'nothing'
  readonly lines: readonly ResultLine[]
}

/**
 * What a vote decided, line by line. `sitting` is members in office by college, less those who withdrew.
 * An equal split is settled by the chair where the charter says so and the vote is not secret; otherwise nothing is adopted.
 */
export const resultOf = (vote: {
  /** By college; or `all` alone, for papers that came out of one box. */
  readonly counts: Readonly<Partial<Record<College | 'all', Count>>>
  readonly sitting: Readonly<Partial<Record<College, number>>>
  readonly majority: Majority
  readonly manner: Manner
  readonly chair: Choice | null
}): Result => {
  const { majority } = vote
  const benches = colleges.filter(one => (vote.sitting[one] ?? 0) > 0 || (vote.counts[one] && votersIn(vote.counts[one]) > 0))
  const oneBox = vote.counts.all
  const all = lineOf(
    'all',
    oneBox ?? benches.map(one => vote.counts[one] ?? nobody).reduce(added, nobody),
    sum(benches.map(one => vote.sitting[one] ?? 0)),
    majority,
  )
  const lines = [all, ...(oneBox ? [] : benches).map(one => lineOf(one, vote.counts[one] ?? nobody, vote.sitting[one] ?? 0, majority))]
  if (votersIn(all) === 0) return { outcome: 'nobody-voted', settledBy: 'nothing', lines }

  const deciding = majority.scope === 'overall' || oneBox ? [all] : lines.slice(1)
  if (deciding.every(line => line.carried)) return { outcome: 'carried', settledBy: 'majority', lines }
  const chairSettles = majority.castingVote && vote.manner !== 'secret' && majority.scope === 'overall' && all.tied
  if (chairSettles && (vote.chair === 'for' || vote.chair === 'against'))
    return { outcome: vote.chair === 'for' ? 'carried' : 'rejected', settledBy: 'casting-vote', lines }
  const onlyTies = deciding.every(line => line.carried || line.tied)
  return { outcome: onlyTies ? 'tied' : 'rejected', settledBy: onlyTies ? 'nothing' : 'majority', lines }
}

const nobody: Count = { for: 0, against: 0, abstention: 0, blank: 0 }
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const votersIn = (count: Count) => sum(choices.map(choice => count[choice]))
const added = (a: Count, b: Count): Count => ({
  for: a.for + b.for,
  against: a.against + b.against,
  abstention: a.abstention + b.abstention,
  blank: a.blank + b.blank,
})

const lineOf = (of: ResultLine['of'], count: Count, sitting: number, { kind, base }: Majority): ResultLine => {
  const cast = count.for + count.against
  const whole = kind === 'simple' || base === 'cast' ? cast : base === 'voters' ? votersIn(count) : sitting
  const needed =
    kind === 'simple' ? count.against + 1 : kind === 'absolute' ? Math.floor(whole / 2) + 1 : Math.max(1, Math.ceil((whole * 2) / 3))
  const carried = count.for >= needed
  const splits = kind === 'simple' || (kind === 'absolute' && base === 'cast') // elsewhere one more voice would not be enough
  return { of, ...count, sitting, base: whole, needed, carried, tied: splits && cast > 0 && count.for === count.against }
}
