import { canonicalText, drawOrder } from '#engines/lot'
import type { Settle } from './election/election.ts'

/** The public lot of the engine `lot` among projects that nothing distinguishes. */
export const seededLot =
  (seed: string): Settle =>
  among => {
    const [first] = drawOrder({ inputs: among, seed })
    return among.find(id => canonicalText(id) === first) ?? among[0]!
  }
