import type { Election } from '../election/election.ts'

/** How well an outcome serves voters. */
export interface Representation {
  readonly voters: number
  /** Voters of whom at least one supported project is funded. */
  readonly served: number
  /** `distribution[n]`: voters of whom `n` supported projects are funded. */
  readonly distribution: readonly number[]
  /** Funded projects a voter supports, and what these cost together, on average. */
  readonly meanProjects: number
  readonly meanCost: number
}

export const representationOf = ({ projects, voters }: Election, selected: readonly string[]): Representation => {
  const funded = new Set(selected)
  const costs = new Map(projects.map(({ id, cost }) => [id, cost]))
  const distribution: number[] = [0]
  let [supports, money] = [0, 0]
  for (const ballot of voters) {
    const mine = ballot.filter(id => funded.has(id))
    distribution[mine.length] = (distribution[mine.length] ?? 0) + 1
    supports += mine.length
    for (const id of mine) money += costs.get(id) ?? 0
  }
  return {
    voters: voters.length,
    served: voters.length - distribution[0]!,
    distribution: Array.from(distribution, count => count ?? 0),
    meanProjects: supports / Math.max(1, voters.length),
    meanCost: money / Math.max(1, voters.length),
  }
}
