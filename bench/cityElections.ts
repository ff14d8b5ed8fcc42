import type { Election } from '#engines/equalShares'
import { lots } from './lots.ts'

export interface City {
  readonly name: string
  readonly voters: number
  readonly projects: number
  readonly districts: number
  /** Projects that a voter may support. */
  readonly most: number
  /** The budget, as a part of what all projects cost. */
  readonly budget: number
  readonly seed: number
}

/** Cities of 60,000 to 90,000 voters and 80 to 160 projects, as real ones are: the ballot and the money differ from one to the next. */
export const cities: readonly City[] = [
  { name: 'A', voters: 60_000, projects: 83, districts: 1, most: 10, budget: 0.25, seed: 11 },
  { name: 'B', voters: 65_000, projects: 119, districts: 18, most: 3, budget: 0.15, seed: 12 },
  { name: 'C', voters: 70_000, projects: 100, districts: 9, most: 15, budget: 0.3, seed: 13 },
  { name: 'D', voters: 84_000, projects: 80, districts: 5, most: 2, budget: 0.2, seed: 14 },
  { name: 'E', voters: 90_000, projects: 160, districts: 12, most: 5, budget: 0.1, seed: 15 },
]

/**
 * A city drawn by lot, the same at each run. Half of the projects are for one district and interest those who live there; costs
 * go from 5,000 to 2,000,000, most of them modest; the appeal of a project is very uneven.
 */
export const cityElection = (city: City): Election => {
  const lot = lots(city.seed)
  const projects = Array.from({ length: city.projects }, (_, at) => ({
    id: String(at + 1),
    cost: Math.round((5_000 * 400 ** lot()) / 100) * 100 + Math.floor(lot() * 100),
    district: lot() < 0.5 ? Math.floor(lot() * city.districts) : -1,
    appeal: lot() ** 2 + 0.02,
  }))
  const byDistrict = Array.from({ length: city.districts }, (_, district) => {
    const weights = projects.map(project => project.appeal * (project.district < 0 ? 1 : project.district === district ? 6 : 0.03))
    let sum = 0
    return weights.map(weight => (sum += weight))
  })
  const voters = Array.from({ length: city.voters }, () => {
    const sums = byDistrict[Math.floor(lot() ** 1.3 * city.districts)]!
    const many = 1 + Math.floor(lot() ** 0.7 * city.most)
    const chosen = new Set<number>()
    for (let tries = 0; chosen.size < many && tries < 4 * many; tries++) {
      const at = lot() * sums.at(-1)!
      chosen.add(firstAbove(sums, at))
    }
    return Array.from(chosen, at => projects[at]!.id)
  })
  const cost = projects.reduce((all, project) => all + project.cost, 0)
  return {
    budget: Math.round((cost * city.budget) / 1000) * 1000,
    projects: projects.map(({ id, cost: price }) => ({ id, cost: price })),
    voters,
  }
}

const firstAbove = (sums: readonly number[], value: number) => {
  let [from, to] = [0, sums.length - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if (sums[middle]! > value) to = middle
    else from = middle + 1
  }
  return from
}
