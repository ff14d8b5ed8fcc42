import { compareIds } from './compareIds.ts'
import type { Election } from './election.ts'

/**
 * An election made ready to count. Projects are in the order of `compareIds`; voters with the same ballot are one *kind*
 * of voters, and kinds are in one order too, so that the same election in any order of rows is counted the same way, to the
 * last digit. Money is in whole units: `scale` of them make one unit of the election.
 */
export interface Prepared {
  readonly ids: readonly string[]
  readonly costs: Float64Array
  readonly votes: Float64Array
  readonly budget: number
  readonly scale: number
  readonly voters: number
  /** How many voters cast the ballot of each kind. */
  readonly weights: Float64Array
  /** Projects that kind `k` supports: `ballots[ballotStarts[k]]` to `ballots[ballotStarts[k + 1]]`, ascending. */
  readonly ballotStarts: Uint32Array
  readonly ballots: Uint16Array
  /** Kinds that support project `p`, likewise. */
  readonly supporterStarts: Uint32Array
  readonly supporters: Uint32Array
}

const mostProjects = 65_000
const mostDecimals = 6

/** @throws TypeError for an election that makes no sense: two projects of one identifier, a support for nothing, money that is no number. */
export const prepare = (election: Election): Prepared => {
  const projects = [...election.projects].sort((a, b) => compareIds(a.id, b.id))
  if (projects.length > mostProjects) throw new TypeError(`More than ${mostProjects} projects.`)
  const places = new Map(projects.map(({ id }, place) => [id, place]))
  if (places.size < projects.length) throw new TypeError('Two projects have the same identifier.')
  const scale = scaleOf([election.budget, ...projects.map(({ cost }) => cost)])
  const costs = Float64Array.from(projects, ({ cost }) => Math.round(cost * scale))
  const kinds = kindsOf(election.voters, places)
  return {
    ids: projects.map(({ id }) => id),
    costs,
    budget: Math.round(election.budget * scale),
    scale,
    voters: election.voters.length,
    ...ballotsOf(kinds, projects.length),
  }
}

/** The power of ten that makes all amounts whole. */
const scaleOf = (amounts: readonly number[]): number => {
  let scale = 1
  for (const amount of amounts) {
    if (!Number.isFinite(amount) || amount < 0) throw new TypeError(`${amount} is not an amount.`)
    while (scale < 10 ** mostDecimals && Math.abs(Math.round(amount * scale) - amount * scale) > 1e-7 * Math.max(1, amount)) scale *= 10
  }
  if (amounts.some(amount => amount * scale > Number.MAX_SAFE_INTEGER)) throw new TypeError('An amount is too large to be counted exactly.')
  return scale
}

/** How many voters cast each ballot; a ballot is written as the places of its projects, one UTF-16 unit each, ascending. */
const kindsOf = (voters: Election['voters'], places: ReadonlyMap<string, number>): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>()
  const units: number[] = []
  for (const voter of voters) {
    units.length = 0
    for (const id of voter) {
      const place = places.get(id)
      if (place === undefined) throw new TypeError(`A voter supports “${id}”, which is not a project.`)
      let at = units.length
      while (at > 0 && units[at - 1]! > place) at--
      if (units[at - 1] !== place) units.splice(at, 0, place)
    }
    const ballot = String.fromCharCode(...units)
    counts.set(ballot, (counts.get(ballot) ?? 0) + 1)
  }
  const ballots = [...counts.keys()].sort()
  return ballots.map(ballot => [ballot, counts.get(ballot)!] as const)
}

const ballotsOf = (kinds: readonly (readonly [string, number])[], projects: number) => {
  const weights = Float64Array.from(kinds, ([, weight]) => weight)
  const ballotStarts = new Uint32Array(kinds.length + 1)
  for (const [kind, [ballot]] of kinds.entries()) ballotStarts[kind + 1] = ballotStarts[kind]! + ballot.length
  const ballots = new Uint16Array(ballotStarts[kinds.length]!)
  const sizes = new Uint32Array(projects)
  const votes = new Float64Array(projects)
  for (const [kind, [ballot, weight]] of kinds.entries())
    for (let at = 0; at < ballot.length; at++) {
      const project = ballot.charCodeAt(at)
      ballots[ballotStarts[kind]! + at] = project
      sizes[project]!++
      votes[project]! += weight
    }
  const supporterStarts = new Uint32Array(projects + 1)
  for (let project = 0; project < projects; project++) supporterStarts[project + 1] = supporterStarts[project]! + sizes[project]!
  const supporters = new Uint32Array(ballots.length)
  const next = supporterStarts.slice()
  for (let kind = 0; kind < kinds.length; kind++)
    for (let at = ballotStarts[kind]!; at < ballotStarts[kind + 1]!; at++) supporters[next[ballots[at]!]!++] = kind
  return { weights, votes, ballotStarts, ballots, supporterStarts, supporters }
}
