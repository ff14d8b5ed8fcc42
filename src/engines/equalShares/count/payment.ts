import type { Count } from './count.ts'
import type { Exact } from './exact.ts'

/** Two amounts nearer than this, in proportion, are compared exactly. */
export const near = 1e-9

/** The project costs more than its supporters have left. */
export const unaffordable = -1

/** What the last pass over the supporters of a project found: those with less than a payment, and the others. */
const seen = { poorMoney: 0, rich: 0, richMoney: 0 }

const look = ({ election, money }: Count, project: number, payment: number) => {
  const { supporters, supporterStarts, weights } = election
  let poorMoney = 0
  let rich = 0
  let richMoney = 0
  for (let at = supporterStarts[project]!, end = supporterStarts[project + 1]!; at < end; at++) {
    const kind = supporters[at]!
    const weight = weights[kind]!
    const has = money[kind]!
    if (has < payment) poorMoney += weight * has
    else {
      rich += weight
      richMoney += weight * has
    }
  }
  seen.poorMoney = poorMoney
  seen.rich = rich
  seen.richMoney = richMoney
}

/**
 * What supporters pay who bear the cost of a project together, each the same, or all they have if they have less: the root
 * of a concave function, by Newton's method from `from`, which never overshoots from the left. With `orMore`, a payment that
 * proves greater than `from` is not worked out: any number between the two is given, as good to say that the project loses.
 */
export const paymentOf = (count: Count, project: number, from: number, exact: Exact, orMore: boolean): number => {
  const cost = count.election.costs[project]!
  look(count, project, from)
  if (!affordable(count, project, cost, exact)) return unaffordable
  let payment = from
  if (seen.rich === 0) look(count, project, (payment = cost / count.election.votes[project]!))
  // From the right of the root, the first step crosses it. From the left, those who can pay become fewer at each step; when they do
  // not, rounding alone moves one of them over and back, and the payment is as good as found.
  let rich = 0
  for (let step = 0; seen.rich > 0 && (step < 2 ? seen.rich !== rich : seen.rich < rich); step++) {
    rich = seen.rich
    const next = (cost - seen.poorMoney) / rich
    if (orMore && next > from * (1 + near)) return next
    look(count, project, (payment = next))
  }
  return seen.rich === 0 ? mostMoney(count, project) : payment
}

const affordable = (count: Count, project: number, cost: number, exact: Exact) => {
  const margin = seen.poorMoney + seen.richMoney - cost
  return Math.abs(margin) > near * cost ? margin > 0 : exact.affordable(project)
}

const mostMoney = ({ election, money }: Count, project: number) => {
  let most = 0
  for (let at = election.supporterStarts[project]!; at < election.supporterStarts[project + 1]!; at++)
    most = Math.max(most, money[election.supporters[at]!]!)
  return most
}
