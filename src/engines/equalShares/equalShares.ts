import { add1, type Outcome, plain } from './count/add1.ts'
import { greedyOf } from './count/greedy.ts'
import { type Preferences, preferencesOf } from './count/preferences.ts'
import { type Tie, type TieBreak, tieBreak } from './count/tieBreak.ts'
import type { CountOptions, Election } from './election/election.ts'
import { inputDigest } from './election/inputDigest.ts'
import { type Prepared, prepare } from './election/prepare.ts'
import { seededLot } from './seededLot.ts'

/** Of the computation: the same version, the same digest and the same options give the same bytes. */
export const version = '1'

/** One project bought by equal shares. */
export interface Purchase {
  readonly project: string
  readonly cost: number
  /** Supporters who paid something. */
  readonly voters: number
  /** What each of them paid, or all they had left if they had less. */
  readonly each: number
  /** How many of them had less, and paid all they had. */
  readonly emptied: number
  /** The cost over what each paid: what decided, at its turn. */
  readonly effectiveVotes: number
}

/** A project that equal shares did not buy, and how close it was. */
export interface Miss {
  readonly project: string
  readonly cost: number
  readonly votes: number
  /** What its supporters had left in the end, together, and what was missing. */
  readonly left: number
  readonly missing: number
  /** Supporters more, each with a whole share to give, that would have made up what was missing. */
  readonly moreSupporters: number
}

export interface TieDrawn extends Tie {
  readonly settledBy: 'lot'
  /** When the lot is the one of this engine; a lot given by the caller is the caller's to publish. */
  readonly seed?: string
}

export interface GreedyOutcome {
  readonly selected: readonly string[]
  readonly cost: number
  /** Projects with as many votes of which the order of identifiers decided (`greedyTies: 'order'`). */
  readonly byOrder: readonly (readonly string[])[]
}

export interface GreedyResult extends GreedyOutcome {
  readonly ties: readonly TieDrawn[]
  readonly version: string
  readonly inputDigest: string
}

export interface EqualSharesResult {
  /** The outcome that wins, in ascending order of identifiers, and its cost. */
  readonly selected: readonly string[]
  readonly cost: number
  readonly outcome: 'equalShares' | 'greedy'
  readonly equalShares: {
    /** In the order they were bought. */
    readonly purchases: readonly Purchase[]
    /** The others, the nearest to success first. */
    readonly missed: readonly Miss[]
    /** Added with the money left (`add1u`), most votes first. */
    readonly added: readonly string[]
    readonly selected: readonly string[]
    readonly cost: number
    /** What each voter had to begin with in the count that is published, and how many times it was raised. */
    readonly share: number
    readonly raised: number
  }
  readonly greedy: GreedyOutcome
  /** Voters who prefer one outcome or the other, whether or not it decides: as compared, and all of them (see `preferencesOf`). */
  readonly preferences: { readonly compared: Preferences; readonly everyone: Preferences }
  /** Lots that were drawn in any of the counts. */
  readonly ties: readonly TieDrawn[]
  readonly version: string
  readonly inputDigest: string
}

/**
 * The Method of Equal Shares for votes by approval, the satisfaction of a voter being what their projects cost.
 * The same election in any order of projects, voters and ballots gives the same result.
 * @throws TypeError for an election that makes no sense (see `prepare`)
 */
export const equalShares = (election: Election, options: CountOptions = {}): EqualSharesResult => {
  const { completion = 'add1', comparison = 'satisfaction', increment = 1, greedyTies = 'order' } = options
  const prepared = prepare(election)
  const digest = inputDigest(prepared)
  const ties = tieBreak(prepared, options.settle ?? seededLot(digest))
  const outcome = completion === 'none' ? plain(prepared, ties) : add1(prepared, ties, increment)
  const added = completion === 'add1u' ? greedyOf(prepared, ties, greedyTies, outcome.run.chosen).chosen : []
  const mine = [...outcome.run.chosen, ...added]
  const { chosen: greedy, byOrder } = greedyOf(prepared, ties, greedyTies)
  const preferences = preferencesOf(prepared, mine, greedy)
  const greedyWins = comparison === 'satisfaction' && preferences.compared.greedy > preferences.compared.equalShares
  return {
    selected: named(prepared, greedyWins ? greedy : mine),
    cost: costOf(prepared, greedyWins ? greedy : mine),
    outcome: greedyWins ? 'greedy' : 'equalShares',
    equalShares: {
      purchases: purchasesOf(outcome),
      missed: missedOf(outcome),
      added: added.map(project => prepared.ids[project]!),
      selected: named(prepared, mine),
      cost: costOf(prepared, mine),
      share: outcome.count.total / prepared.scale / Math.max(1, prepared.voters),
      raised: outcome.raised,
    },
    greedy: {
      selected: named(prepared, greedy),
      cost: costOf(prepared, greedy),
      byOrder: byOrder.map(alike => named(prepared, alike)),
    },
    preferences,
    ties: drawnOf(ties, options, digest),
    version,
    inputDigest: digest,
  }
}

/** The greedy count alone: projects by number of votes, each one that still fits. */
export const greedy = (election: Election, options: Pick<CountOptions, 'settle' | 'greedyTies'> = {}): GreedyResult => {
  const prepared = prepare(election)
  const digest = inputDigest(prepared)
  const ties = tieBreak(prepared, options.settle ?? seededLot(digest))
  const { chosen, byOrder } = greedyOf(prepared, ties, options.greedyTies ?? 'rule')
  return {
    selected: named(prepared, chosen),
    cost: costOf(prepared, chosen),
    byOrder: byOrder.map(alike => named(prepared, alike)),
    ties: drawnOf(ties, options, digest),
    version,
    inputDigest: digest,
  }
}

const drawnOf = ({ ties }: TieBreak, { settle }: CountOptions, seed: string): readonly TieDrawn[] =>
  [...ties].map(tie => ({ ...tie, settledBy: 'lot', ...(settle ? {} : { seed }) }))

const named = ({ ids }: Prepared, projects: readonly number[]) => [...projects].sort((a, b) => a - b).map(project => ids[project]!)
const costOf = ({ costs, scale }: Prepared, projects: readonly number[]) =>
  projects.reduce((all, project) => all + costs[project]!, 0) / scale

const purchasesOf = ({ count, run }: Outcome): readonly Purchase[] => {
  const { ids, costs, scale } = count.election
  return run.chosen.map((project, step) => {
    const { payment, payers, short } = count.steps[step]!
    const cost = costs[project]! / scale
    return {
      project: ids[project]!,
      cost,
      voters: payers,
      each: payment / scale,
      emptied: short,
      effectiveVotes: costs[project]! / payment,
    }
  })
}

const missedOf = ({ count, run }: Outcome): readonly Miss[] => {
  const { ids, costs, votes, scale, voters, weights, supporters, supporterStarts } = count.election
  const chosen = new Set(run.chosen)
  const share = count.total / Math.max(1, voters)
  return [...ids.keys()]
    .filter(project => !chosen.has(project))
    .map(project => {
      let left = 0
      for (let at = supporterStarts[project]!; at < supporterStarts[project + 1]!; at++)
        left += weights[supporters[at]!]! * count.money[supporters[at]!]!
      const missing = Math.max(0, costs[project]! - left)
      const moreSupporters = share > 0 ? Math.ceil(missing / share) : Infinity
      return {
        project: ids[project]!,
        cost: costs[project]! / scale,
        votes: votes[project]!,
        left: left / scale,
        missing: missing / scale,
        moreSupporters,
      }
    })
    .sort((a, b) => a.moreSupporters - b.moreSupporters || a.missing - b.missing)
}
