import type { Election } from '../election/election.ts'
import type { Purchase } from '../equalShares.ts'
import { type Representation, representationOf } from './representation.ts'

/** What a group of voters (a district, an age) put into one funded project. */
export interface GroupPart {
  readonly project: string
  readonly supporters: number
  readonly paid: number
}

export interface GroupFunding extends Representation {
  readonly group: string
  /** In the order of the outcome; projects that nobody of the group supports are left out. */
  readonly parts: readonly GroupPart[]
  readonly paid: number
}

/** What was funded, and how it was paid for: purchases by equal shares, or projects whose cost supporters share equally. */
export type Funding = { readonly share: number; readonly purchases: readonly Purchase[] } | { readonly selected: readonly string[] }

/**
 * What each group funded. Under equal shares a voter paid `each` for every purchase they support, or all they had left. A greedy
 * outcome has no payments: the cost of a project is shared among its supporters, which shows who it went to.
 * @param groupOf the group of the voter at a place; voters without one (null) are left out
 */
export const fundingByGroup = (
  election: Election,
  funding: Funding,
  groupOf: (voter: number) => string | null,
): readonly GroupFunding[] => {
  const pay = 'purchases' in funding ? byPurchases(funding.share, funding.purchases) : byCost(election, funding.selected)
  const groups = new Map<string, Gathered>()
  for (const [voter, ballot] of election.voters.entries()) {
    const name = groupOf(voter)
    if (name === null) continue
    const group: Gathered = groups.get(name) ?? { ballots: [], parts: new Map() }
    groups.set(name, group)
    group.ballots.push(ballot)
    for (const [project, paid] of pay(ballot)) {
      const part = group.parts.get(project) ?? { supporters: 0, paid: 0 }
      group.parts.set(project, { supporters: part.supporters + 1, paid: part.paid + paid })
    }
  }
  const order = 'purchases' in funding ? funding.purchases.map(({ project }) => project) : funding.selected
  return [...groups].map(([group, { ballots, parts }]) => {
    const listed = order.flatMap(project => (parts.has(project) ? [{ project, ...parts.get(project)! }] : []))
    return {
      group,
      ...representationOf({ ...election, voters: ballots }, order),
      parts: listed,
      paid: listed.reduce((all, { paid }) => all + paid, 0),
    }
  })
}

interface Gathered {
  readonly ballots: (readonly string[])[]
  readonly parts: Map<string, { readonly supporters: number; readonly paid: number }>
}

type Pay = (ballot: readonly string[]) => readonly (readonly [project: string, paid: number])[]

const byPurchases =
  (share: number, purchases: readonly Purchase[]): Pay =>
  ballot => {
    const mine = new Set(ballot)
    let left = share
    return purchases
      .filter(({ project }) => mine.has(project))
      .map(({ project, each }) => {
        const paid = Math.min(each, left)
        left -= paid
        return [project, paid] as const
      })
  }

const byCost = ({ projects, voters }: Election, selected: readonly string[]): Pay => {
  const votes = new Map<string, number>()
  for (const ballot of voters) for (const id of ballot) votes.set(id, (votes.get(id) ?? 0) + 1)
  const costs = new Map(projects.map(({ id, cost }) => [id, cost]))
  return ballot => {
    const mine = new Set(ballot)
    return selected.filter(id => mine.has(id)).map(id => [id, (costs.get(id) ?? 0) / (votes.get(id) ?? 1)] as const)
  }
}
