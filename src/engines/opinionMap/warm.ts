import type { OpinionInput, OpinionMap, OpinionOptions } from './opinionMap.ts'
import type { VoteRow } from './votes.ts'

/** What a map keeps in memory so that new votes cost little. It changes when updated; hold one per consultation. */
export type WarmState = { readonly map: OpinionMap }

/** Computes from cold and keeps what an update needs. */
export const warmState = (_input: OpinionInput, _options: OpinionOptions = {}): WarmState => {
  throw new Error('Being written')
}

/** Adds new votes (orders are taken to be later than those held) and draws the map again, marked provisional. */
export const updateOpinionMap = (_state: WarmState, _rows: Iterable<VoteRow>): OpinionMap => {
  throw new Error('Being written')
}
