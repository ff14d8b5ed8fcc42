import { adjustedRand } from './grouping/adjustedRand.ts'
import { keepVotes } from './keepVotes.ts'
import { type Consensus, opinionMap, type OpinionInput, type OpinionMap, type OpinionOptions } from './opinionMap.ts'

/** How the conclusions change when some participants are left out. */
export type Sensitivity = {
  /** How many of those named had voted. */
  removed: number
  without: OpinionMap
  /** Adjusted Rand index between the two groupings of those who are in both maps; 1: the same groups. Null if nobody is. */
  agreement: number | null
  /** Statements on which there was consensus and no longer is. */
  lost: readonly Consensus[]
  gained: readonly Consensus[]
}

/** The map without some participants (a block that came suddenly, say), beside the whole. */
export const sensitivity = (
  input: OpinionInput,
  whole: OpinionMap,
  left: ReadonlySet<string>,
  options: OpinionOptions = {},
): Sensitivity => {
  const votes = keepVotes(input.votes, { participant: id => !left.has(id) })
  const without = opinionMap({ ...input, votes }, options)
  const groupBefore = new Map(whole.participants.map(({ id, group }) => [id, group]))
  const inBoth = without.participants.filter(({ id }) => groupBefore.has(id))
  const before = inBoth.map(({ id }) => groupBefore.get(id) ?? 0)
  const after = inBoth.map(({ group }) => group)
  return {
    removed: input.votes.participants.length - votes.participants.length,
    without,
    agreement: inBoth.length > 0 ? adjustedRand(before, after) : null,
    lost: whole.consensus.filter(one => !holds(without.consensus, one)),
    gained: without.consensus.filter(one => !holds(whole.consensus, one)),
  }
}

const holds = (consensus: readonly Consensus[], { statement, direction }: Consensus) =>
  consensus.some(one => one.statement === statement && one.direction === direction)
