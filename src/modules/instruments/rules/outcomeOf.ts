import type { VoteKind } from './votePlan.ts'

export interface Count {
  readonly registered: number
  readonly voters: number
  /** Ballots neither yes nor no. */
  readonly blank: number
  readonly yes: number
  readonly no: number
}
/** `adopted` and `rejected` bind the commune; the others are opinions. */
export type VoteOutcome = 'adopted' | 'rejected' | 'below-turnout' | 'favourable' | 'unfavourable'

/** A referendum binds when that share of the electors took part; more yes than no adopts. A consultation is an opinion. */
export const outcomeOf = (kind: VoteKind, { registered, voters, yes, no }: Count, turnout: number): VoteOutcome => {
  if (kind === 'consultation') return yes > no ? 'favourable' : 'unfavourable'
  if (voters < registered * turnout) return 'below-turnout'
  return yes > no ? 'adopted' : 'rejected'
}

/** What is wrong with a count, by its field; null when it adds up. */
export const checkCount = ({ registered, voters, blank, yes, no }: Count): 'voters' | 'yes' | null => {
  if (voters > registered) return 'voters'
  return yes + no + blank === voters ? null : 'yes'
}
