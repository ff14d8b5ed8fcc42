import type { Prepared } from '../election/prepare.ts'
import type { TieBreak } from './tieBreak.ts'

/**
 * The usual count: projects by number of votes, each one that still fits. Of equal votes the cheapest goes first; then the
 * lot, drawn only where it decides.
 */
export const greedyOf = (election: Prepared, { choose }: TieBreak, already: readonly number[] = []): readonly number[] => {
  const { costs, votes, budget } = election
  let left = budget - already.reduce((all, project) => all + costs[project]!, 0)
  const added: number[] = []
  const taken = new Set(already)
  const order = [...election.ids.keys()].filter(project => !taken.has(project))
  order.sort((a, b) => votes[b]! - votes[a]! || costs[a]! - costs[b]! || a - b)
  while (order.length > 0) {
    const [first] = order
    const alike = order.filter(project => votes[project] === votes[first!] && costs[project] === costs[first!])
    order.splice(0, alike.length)
    const cost = costs[first!]!
    const room = cost === 0 ? alike.length : Math.floor(left / cost)
    const chosen = room >= alike.length ? alike : drawn(alike, room, choose)
    left -= cost * chosen.length
    added.push(...chosen)
  }
  return added
}

const drawn = (alike: readonly number[], room: number, choose: TieBreak['choose']): readonly number[] => {
  if (room === 0) return []
  const first = choose(alike)
  return [
    first,
    ...drawn(
      alike.filter(project => project !== first),
      room - 1,
      choose,
    ),
  ]
}
