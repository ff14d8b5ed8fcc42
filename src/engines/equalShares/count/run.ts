import { type Count, restart } from './count.ts'
import { type Exact, exactOf, slack } from './exact.ts'
import { compareFractions, fraction } from './fraction.ts'
import { near, paymentOf, unaffordable } from './payment.ts'
import type { TieBreak } from './tieBreak.ts'

/** What one run chose; the payments are in `count.steps`. */
export interface Run {
  readonly chosen: readonly number[]
  readonly cost: number
}

/**
 * Equal shares with a given amount of money. At each step the project with the most *effective votes* (its cost over what
 * each supporter must pay) is bought by its supporters. Effective votes only go down, so a project whose last known number is
 * below the best of the step need not be looked at.
 */
export const runOf = (count: Count, total: number, { choose }: TieBreak, before: readonly number[] = []): Run => {
  restart(count, total)
  const { costs, votes } = count.election
  const exact = exactOf(count)
  const most = Float64Array.from(votes)
  const open = openAtFirst(count)
  let cost = 0
  for (;;) {
    const best = bestOf(count, open, most, exact, before[count.steps.length] ?? -1)
    if (best.length === 0) break
    const project = best.length === 1 ? best[0]! : choose(foremost(count, best, most, exact))
    buy(count, project, costs[project]! / most[project]!)
    open.splice(open.indexOf(project), 1)
    cost += costs[project]!
  }
  return { chosen: count.steps.map(({ project }) => project), cost }
}

/** Projects that someone supports and that their supporters can afford, whoever has the whole of their share. */
const openAtFirst = ({ election: { ids, costs, votes, voters }, total }: Count): number[] =>
  ids.flatMap((_, project) => {
    const [cost, support] = [costs[project]!, votes[project]!]
    if (cost === 0 || support === 0) return []
    const margin = total * support - cost * voters
    const enough = Math.abs(margin) > near * cost * voters ? margin > 0 : BigInt(total) * BigInt(support) >= BigInt(cost) * BigInt(voters)
    return enough ? [project] : []
  })

/** The projects whose effective votes are the best, or too near the best for doubles to tell. `open` loses those nobody can afford. */
const bestOf = (count: Count, open: number[], most: Float64Array, exact: Exact, likely: number): number[] => {
  const { costs } = count.election
  sortByMost(open, most, likely)
  let best = 0
  const found: number[] = []
  let kept = 0
  for (let at = 0; at < open.length; at++) {
    const project = open[at]!
    open[kept++] = project
    if (most[project]! < best * (1 - near)) continue
    const from = costs[project]! / (best > 0 ? Math.min(best, most[project]!) : most[project]!)
    const payment = count.steps.length === 0 ? from : paymentOf(count, project, from, exact, best > 0)
    if (payment === unaffordable) {
      kept--
      continue
    }
    const now = count.steps.length === 0 ? most[project]! : costs[project]! / payment
    most[project] = now
    if (now < best * (1 - near)) continue
    found.push(project)
    if (now > best) best = now
  }
  open.length = kept
  return found.filter(project => most[project]! >= best * (1 - near))
}

/** Most effective votes first, `likely` before all: sorted already but for a few, so by insertion. */
const sortByMost = (open: number[], most: Float64Array, likely: number) => {
  const rank = (project: number) => (project === likely ? Infinity : most[project]!)
  for (let at = 1; at < open.length; at++) {
    const project = open[at]!
    const its = rank(project)
    let to = at
    while (to > 0 && rank(open[to - 1]!) < its) {
      open[to] = open[to - 1]!
      to--
    }
    open[to] = project
  }
}

/** Those of `best` whose effective votes are the most, exactly. */
const foremost = ({ election }: Count, best: readonly number[], most: Float64Array, exact: Exact): number[] => {
  const effective = best.map(project => {
    const payment = exact.payment(project, election.costs[project]! / most[project]!)
    return { project, votes: fraction(BigInt(election.costs[project]!) * payment.under, payment.over) }
  })
  const top = effective.reduce((one, other) => (compareFractions(one.votes, other.votes) >= 0 ? one : other))
  return effective.filter(({ votes }) => compareFractions(votes, top.votes) === 0).map(({ project }) => project)
}

const buy = (count: Count, project: number, payment: number) => {
  const { supporters, supporterStarts, weights } = count.election
  const { money, emptied, steps } = count
  const step = steps.length
  const margin = slack * (count.total / count.election.voters)
  let [payers, short] = [0, 0]
  for (let at = supporterStarts[project]!, end = supporterStarts[project + 1]!; at < end; at++) {
    const kind = supporters[at]!
    const has = money[kind]!
    if (has > 0) payers += weights[kind]!
    if (has > payment + margin) money[kind] = has - payment
    else {
      if (has < payment - margin && emptied[kind]! > step) {
        emptied[kind] = step
        if (has > 0) short += weights[kind]!
      }
      money[kind] = 0
    }
  }
  count.stepOf[project] = step
  steps.push({ project, payment, payers, short })
}
