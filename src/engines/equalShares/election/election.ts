/** What money is asked for. `cost` in whatever unit the budget has; the count is exact for up to six decimals. */
export interface Project {
  readonly id: string
  readonly cost: number
}

/** A vote by approval: for each voter, the projects they support. Someone who supports none is a voter too. */
export interface Election {
  readonly budget: number
  readonly projects: readonly Project[]
  readonly voters: readonly (readonly string[])[]
}

/**
 * What is done with the money that equal shares leave:
 * - `add1`: shares are raised by one whole unit, again and again, for as long as the outcome stays within the budget;
 * - `add1u`: then what is left goes to the projects with the most votes that still fit;
 * - `none`: nothing.
 */
export type Completion = 'add1' | 'add1u' | 'none'

/** `satisfaction`: if more voters prefer the greedy outcome (by number of funded projects they support), it wins. */
export type Comparison = 'satisfaction' | 'none'

/** The lot: of projects that nothing distinguishes, the one that goes first. */
export type Settle = (among: readonly string[]) => string

/**
 * Between projects with as many votes, the greedy outcome takes the cheapest first, then asks the lot (`rule`), or follows the
 * order of identifiers (`order`), as the reference tool does for the outcome it compares equal shares with.
 */
export type GreedyTies = 'order' | 'rule'

export interface CountOptions {
  readonly completion?: Completion
  readonly comparison?: Comparison
  /** What a share is raised by, in units of the budget: 1 unless said (100 when the budget is in cents). */
  readonly increment?: number
  /** Without it, ties that remain are settled by a lot whose seed is the digest of the election. */
  readonly settle?: Settle
  /** `order` unless said, for equal shares; the greedy count by itself follows `rule`. */
  readonly greedyTies?: GreedyTies
}
