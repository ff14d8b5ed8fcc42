import type { Consensus, OpinionInput, OpinionMap, OpinionOptions } from './opinionMap.ts'

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

/** The map without some participants, beside the whole. */
export const sensitivity = (
  _input: OpinionInput,
  _whole: OpinionMap,
  _without: ReadonlySet<string>,
  _options: OpinionOptions = {},
): Sensitivity => {
  throw new Error('Being written')
}
