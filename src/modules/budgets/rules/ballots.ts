import { allowed, refused, type Verdict } from '#kernel/rules'
import type { BudgetRules } from './terms.ts'

/** What a ballot gives: 1 for a project approved, points otherwise. Projects given nothing are absent. */
export type Choices = Readonly<Record<string, number>>
export type BallotRefusal = 'empty' | 'too-many' | 'too-many-points' | 'too-costly' | 'unknown'

export interface BallotProject {
  readonly id: string
  readonly costCents: number
}

/** May this ballot be cast under these rules? */
export const checkBallot = (
  rules: Pick<BudgetRules, 'voteKind' | 'mostChoices' | 'points' | 'envelopeCents'>,
  projects: readonly BallotProject[],
  choices: Choices,
): Verdict<BallotRefusal> => {
  const costs = new Map(projects.map(({ id, costCents }) => [id, costCents]))
  const chosen = Object.keys(choices)
  if (chosen.length === 0) return refused('empty')
  if (chosen.some(id => !costs.has(id))) return refused('unknown')
  if (rules.voteKind === 'approval' && rules.mostChoices !== null && chosen.length > rules.mostChoices) return refused('too-many')
  const { points, cents } = totalsOf(projects, choices)
  if (rules.voteKind === 'points' && points > (rules.points ?? 0)) return refused('too-many-points')
  return rules.voteKind === 'knapsack' && cents > rules.envelopeCents ? refused('too-costly') : allowed
}

/** How many projects, how many points, and what they would cost together. */
export const totalsOf = (projects: readonly BallotProject[], choices: Choices) => {
  const chosen = projects.filter(({ id }) => choices[id] !== undefined)
  return {
    count: chosen.length,
    points: chosen.reduce((sum, { id }) => sum + (choices[id] ?? 0), 0),
    cents: chosen.reduce((sum, { costCents }) => sum + costCents, 0),
  }
}

/** The same choices, written the same way. */
export const sameChoices = (one: Choices, other: Choices): boolean => canonical(one) === canonical(other)
const canonical = (choices: Choices) => JSON.stringify(Object.entries(choices).toSorted(([a], [b]) => (a < b ? -1 : 1)))
