import type { Prepared } from '../election/prepare.ts'

/** How many voters support more projects of one outcome than of the other. */
export interface Preferences {
  readonly equalShares: number
  readonly greedy: number
  readonly neither: number
}

export const preferencesOf = (election: Prepared, equalShares: readonly number[], greedy: readonly number[]): Preferences => {
  const balance = new Int32Array(election.ids.length)
  for (const project of equalShares) balance[project]!++
  for (const project of greedy) balance[project]!--
  const heads = { equalShares: 0, greedy: 0, neither: 0 }
  for (const [kind, weight] of election.weights.entries()) {
    let satisfied = 0
    for (let at = election.ballotStarts[kind]!; at < election.ballotStarts[kind + 1]!; at++) satisfied += balance[election.ballots[at]!]!
    heads[satisfied > 0 ? 'equalShares' : satisfied < 0 ? 'greedy' : 'neither'] += weight
  }
  return heads
}
