import type { Prepared } from '../election/prepare.ts'

/** Never paid all it had. */
export const never = 0xffff

/**
 * One run of equal shares, as it advances. What a voter has left is `money` (a double, near enough to choose by) and follows
 * exactly from `emptied` and the payments: their share, less every payment made until the step at which they gave all they had.
 */
export interface Count {
  readonly election: Prepared
  /** All the money shared out; each voter has `total / voters`. */
  total: number
  readonly money: Float64Array
  /** The step at which each kind of voters gave all it had, being too poor for the full payment. */
  readonly emptied: Uint16Array
  /** The step at which each project was chosen, or −1. */
  readonly stepOf: Int32Array
  readonly steps: Step[]
}

/** A project bought: what those who could paid each, how many paid something, how many of these gave all they had instead. */
export interface Step {
  readonly project: number
  readonly payment: number
  readonly payers: number
  readonly short: number
}

export const newCount = (election: Prepared): Count => ({
  election,
  total: 0,
  money: new Float64Array(election.weights.length),
  emptied: new Uint16Array(election.weights.length),
  stepOf: new Int32Array(election.ids.length),
  steps: [],
})

/** Shares out `total` anew. */
export const restart = (count: Count, total: number) => {
  count.total = total
  count.money.fill(total / count.election.voters)
  count.emptied.fill(never)
  count.stepOf.fill(-1)
  count.steps.length = 0
}
