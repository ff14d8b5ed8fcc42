import type { Settle } from '../election/election.ts'
import type { Prepared } from '../election/prepare.ts'

/** Projects that neither their cost nor their votes distinguish, and the one that the lot put first. */
export interface Tie {
  readonly among: readonly string[]
  readonly first: string
}

export interface TieBreak {
  /** One of several projects by the published rule: the lowest cost, then the most votes, then the lot. */
  choose(among: readonly number[]): number
  /** Every lot that was needed. */
  readonly ties: Iterable<Tie>
}

/** The lot is drawn once for each set of projects: it cannot change from one run to the next. */
export const tieBreak = ({ ids, costs, votes }: Prepared, settle: Settle): TieBreak => {
  const drawn = new Map<string, Tie>()
  const lot = (among: readonly number[]) => {
    const names = among.map(place => ids[place]!)
    const tie = drawn.get(names.join('\n')) ?? { among: names, first: settle(names) }
    drawn.set(names.join('\n'), tie)
    const winner = among.find(place => ids[place] === tie.first)
    if (winner === undefined) throw new TypeError(`The lot gave “${tie.first}”, which is not among ${names.join(', ')}.`)
    return winner
  }
  return {
    ties: { [Symbol.iterator]: () => drawn.values() },
    choose(among) {
      const cheapest = Math.min(...among.map(place => costs[place]!))
      const cheap = among.filter(place => costs[place] === cheapest)
      const most = Math.max(...cheap.map(place => votes[place]!))
      const left = cheap.filter(place => votes[place] === most)
      return left.length === 1 ? left[0]! : lot(left.sort((a, b) => a - b))
    },
  }
}
