import { drawMap, prepared } from './drawMap.ts'
import type { OpinionInput, OpinionMap, OpinionOptions } from './map.ts'
import { principalAxes } from './principalAxes.ts'

/**
 * The published result: from cold, bit-identical whatever the order in which the votes arrived.
 * The formulas, orders and rules on ties are in README.md.
 */
export const opinionMap = (input: OpinionInput, options: OpinionOptions = {}): OpinionMap => {
  const ready = prepared(input, options)
  return drawMap(ready, principalAxes(ready.votes))
}
