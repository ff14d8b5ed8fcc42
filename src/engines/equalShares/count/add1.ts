import type { Prepared } from '../election/prepare.ts'
import { type Count, newCount } from './count.ts'
import { type Run, runOf } from './run.ts'
import type { TieBreak } from './tieBreak.ts'

/** What equal shares gave, and the count it was read from. */
export interface Outcome {
  readonly count: Count
  readonly run: Run
  /** How many times shares were raised. */
  readonly raised: number
}

/** Shares of the budget as it is. */
export const plain = (election: Prepared, ties: TieBreak): Outcome => {
  const count = newCount(election)
  return { count, run: runOf(count, election.budget, ties), raised: 0 }
}

/**
 * Shares are whole, and raised one unit at a time, until the next outcome would cost more than the budget. It does not stop
 * because nothing more would fit: a later rise may still change who is served. When everything can be paid for, shares are
 * not raised; when everything that anyone supports can be, they would be raised for ever: each project is then shared
 * equally among its supporters.
 */
export const add1 = (election: Prepared, ties: TieBreak, increment: number): Outcome => {
  const { budget, costs, votes, voters } = election
  if (sum(costs) <= budget || voters === 0) return plain(election, ties)
  const count = newCount(election)
  const supported = sum(costs.filter((_, project) => votes[project]! > 0))
  if (supported <= budget) return { count, run: runOf(count, supported * voters, ties), raised: Infinity }
  const unit = increment * election.scale * voters
  let total = Math.floor(budget / unit) * unit
  let kept = { count, run: runOf(count, total, ties) }
  let spare = newCount(election)
  for (let raised = 0; ; raised++) {
    const run = runOf(spare, (total += unit), ties, kept.run.chosen)
    if (run.cost > budget) return { ...kept, raised }
    const trial = spare
    spare = kept.count
    kept = { count: trial, run }
  }
}

const sum = (amounts: Iterable<number>) => {
  let all = 0
  for (const amount of amounts) all += amount
  return all
}
