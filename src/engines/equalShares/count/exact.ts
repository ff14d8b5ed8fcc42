import { type Count, never } from './count.ts'
import { compareFractions, dividedBy, fraction, type Fraction, plus, times } from './fraction.ts'

/** The exact numbers behind a count, worked out only where doubles cannot tell. */
export interface Exact {
  /** What each supporter who can would pay for the project now. */
  payment(project: number, near: number): Fraction
  /** Whether the supporters have enough, now. */
  affordable(project: number): boolean
}

/** A voter poorer than a payment by no more than this part of a share pays it in full: doubles are that exact. */
export const slack = 1e-12

/** @param count as it stands: the numbers are those of the step about to be made. */
export const exactOf = (count: Count): Exact => {
  const { supporters, supporterStarts, weights, costs, voters, ballots, ballotStarts } = count.election
  const share = fraction(BigInt(count.total), BigInt(voters))
  const made: Fraction[] = []

  /** Exact sum of what some kinds of voters have before `step`, all of them having paid in full until then. */
  const sumOf = (kinds: readonly number[], step: number): Fraction => {
    let heads = 0
    const paid = new Float64Array(step)
    for (const kind of kinds) {
      heads += weights[kind]!
      for (let at = ballotStarts[kind]!; at < ballotStarts[kind + 1]!; at++) {
        const then = count.stepOf[ballots[at]!]!
        if (then >= 0 && then < step) paid[then]! += weights[kind]!
      }
    }
    let sum = times(share, heads)
    for (let then = 0; then < step; then++) if (paid[then]! > 0) sum = plus(sum, times(madeAt(then), -paid[then]!))
    return sum
  }

  const paymentFrom = (project: number, poor: readonly number[], rich: number, step: number) =>
    dividedBy(plus(fraction(BigInt(costs[project]!)), times(sumOf(poor, step), -1)), rich)

  /** The payment made at a past step. */
  const madeAt = (step: number): Fraction => {
    const known = made[step]
    if (known) return known
    const { project } = count.steps[step]!
    const poor: number[] = []
    let rich = 0
    for (let at = supporterStarts[project]!; at < supporterStarts[project + 1]!; at++) {
      const kind = supporters[at]!
      if (count.emptied[kind] === step) poor.push(kind)
      else if (count.emptied[kind]! > step) rich += weights[kind]!
    }
    return (made[step] = paymentFrom(project, poor, rich, step))
  }

  return {
    payment(project, near) {
      const poor: number[] = []
      let rich = 0
      const least = near - slack * (count.total / voters)
      for (let at = supporterStarts[project]!; at < supporterStarts[project + 1]!; at++) {
        const kind = supporters[at]!
        if (count.money[kind]! >= least) rich += weights[kind]!
        else if (count.emptied[kind] === never) poor.push(kind)
      }
      return paymentFrom(project, poor, rich, count.steps.length)
    },
    affordable(project) {
      const kinds: number[] = []
      for (let at = supporterStarts[project]!; at < supporterStarts[project + 1]!; at++)
        if (count.emptied[supporters[at]!] === never) kinds.push(supporters[at]!)
      return compareFractions(sumOf(kinds, count.steps.length), fraction(BigInt(costs[project]!))) >= 0
    },
  }
}
