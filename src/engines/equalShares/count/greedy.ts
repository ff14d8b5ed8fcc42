import type { GreedyTies } from '../election/election.ts'
import type { Prepared } from '../election/prepare.ts'
import type { TieBreak } from './tieBreak.ts'

export interface Greedy {
  readonly chosen: readonly number[]
  /** Projects with as many votes, of which the order of identifiers decided. */
  readonly byOrder: readonly (readonly number[])[]
}

/** The usual count: projects by number of votes, each one that still fits. */
export const greedyOf = (election: Prepared, ties: TieBreak, rule: GreedyTies, already: readonly number[] = []): Greedy => {
  const { costs, votes, budget, ids } = election
  let left = budget - already.reduce((all, project) => all + costs[project]!, 0)
  const taken = new Set(already)
  const order = [...ids.keys()].filter(project => !taken.has(project)).sort((a, b) => votes[b]! - votes[a]! || a - b)
  const chosen: number[] = []
  const byOrder: number[][] = []
  for (let at = 0; at < order.length;) {
    const alike = order.slice(at).filter(project => votes[project] === votes[order[at]!])
    at += alike.length
    const here = rule === 'order' ? thatFit(alike, costs, left) : byCost(alike, costs, left, ties)
    if (rule === 'order' && alike.some(project => !here.includes(project) && costs[project]! <= left)) byOrder.push(alike)
    left -= here.reduce((all, project) => all + costs[project]!, 0)
    chosen.push(...here)
  }
  return { chosen, byOrder }
}

const thatFit = (projects: readonly number[], costs: Float64Array, left: number) =>
  projects.filter(project => {
    const fits = costs[project]! <= left
    if (fits) left -= costs[project]!
    return fits
  })

/** The cheapest first; of equal costs the lot decides, drawn only if they do not all fit. */
const byCost = (alike: readonly number[], costs: Float64Array, left: number, ties: TieBreak): readonly number[] => {
  const waiting = [...alike].sort((a, b) => costs[a]! - costs[b]! || a - b)
  const chosen: number[] = []
  for (;;) {
    const [first] = waiting
    if (first === undefined || costs[first]! > left) return chosen
    const same = waiting.filter(project => costs[project] === costs[first])
    const next = costs[first]! * same.length <= left ? first : ties.choose(same)
    waiting.splice(waiting.indexOf(next), 1)
    left -= costs[next]!
    chosen.push(next)
  }
}
