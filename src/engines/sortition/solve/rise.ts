import { keepsRules, type Pool, type TypePanel } from '../pool.ts'
import type { Branch } from './branch.ts'
import type { Master, Mixed } from './master.ts'
import type { Cut } from './outer.ts'
import type { Pricing } from './pricing.ts'

/** `cut`: no panel presses further than this, so the mix's least probability is the highest there is. */
export interface Risen {
  readonly mixed: Mixed
  readonly cut: Cut | undefined
}

interface RiseOptions {
  readonly master: Master
  readonly branch: Branch
  readonly pricing: Pricing
  readonly over: () => boolean
  /** Seconds left. */
  readonly left: () => number
  readonly met: (panel: TypePanel, least: number) => void
}

const quick = 100
const thorough = 20_000
const enough = 2e-8

/**
 * One step of leximin by column generation (Flanigan et al. 2021): panels are added to the mix as long as one is heavier, in what the
 * mix lacks, than all of its own. Ends when the mix reaches `floor`, or when it is proved that no mix goes further. Undefined: stopped.
 */
export const rise = (pool: Pool, floor: number, { master, branch, pricing, over, left, met }: RiseOptions): Risen | undefined => {
  while (!over()) {
    const mixed = master.mix()
    if (!mixed) return undefined
    if (mixed.least >= floor - enough) return { mixed, cut: undefined }
    const { weights, level } = mixed
    const above = level + 1e-9
    let found = branch.heaviest(weights, { above, nodes: quick, over })
    if (!found.panel && found.bound > above) found = branch.heaviest(weights, { above, enough: above, nodes: thorough, over })
    if (!found.panel && found.bound > above) found = pricing.heaviest(weights, { seconds: left(), over, gap: 1e-9 })
    if (found.panel && keepsRules(pool, found.panel) && master.add(found.panel)) met(found.panel, mixed.least)
    else if (found.bound <= level + enough) return { mixed, cut: { weights, most: found.bound } }
    else return undefined
  }
  return undefined
}
