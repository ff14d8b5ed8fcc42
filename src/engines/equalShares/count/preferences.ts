import type { Prepared } from '../election/prepare.ts'

/** How many voters support more funded projects in one outcome than in the other. */
export interface Preferences {
  readonly equalShares: number
  readonly greedy: number
  readonly neither: number
}

/**
 * `compared` is what decides: as the reference tool counts, only voters of whom each outcome funds at least one project say
 * which they prefer, the others are in `neither`. `everyone` counts them all, and is published beside it.
 */
export const preferencesOf = (election: Prepared, equalShares: readonly number[], greedy: readonly number[]) => {
  const [mine, theirs] = [new Uint8Array(election.ids.length), new Uint8Array(election.ids.length)]
  for (const project of equalShares) mine[project] = 1
  for (const project of greedy) theirs[project] = 1
  const compared = { equalShares: 0, greedy: 0, neither: 0 }
  const everyone = { equalShares: 0, greedy: 0, neither: 0 }
  for (const [kind, weight] of election.weights.entries()) {
    let [here, there] = [0, 0]
    for (let at = election.ballotStarts[kind]!; at < election.ballotStarts[kind + 1]!; at++) {
      here += mine[election.ballots[at]!]!
      there += theirs[election.ballots[at]!]!
    }
    const prefers = here > there ? 'equalShares' : here < there ? 'greedy' : 'neither'
    everyone[prefers] += weight
    compared[here > 0 && there > 0 ? prefers : 'neither'] += weight
  }
  return { compared, everyone } satisfies Record<string, Preferences>
}
