import { keepsRules, type Pool, type TypePanel } from '../pool.ts'
import type { Branch } from './branch.ts'
import { luckOf } from './luck.ts'
import type { Pricing } from './pricing.ts'

export interface Covered {
  /** Together they have somebody of every type that any panel has. */
  readonly panels: readonly TypePanel[]
  /** Types of whom nobody is in any panel, as proved. */
  readonly impossible: readonly number[]
}

interface CoverOptions {
  readonly branch: Branch
  readonly pricing: Pricing
  readonly over: () => boolean
  /** Seconds left. */
  readonly left: () => number
}

/** Who can be drawn at all? Each panel is asked to have as many as possible of those not yet seen in one. */
export const cover = (pool: Pool, first: TypePanel, { branch, pricing, over, left }: CoverOptions): Covered => {
  const luck = luckOf()
  const panels: TypePanel[] = []
  const unseen = new Set(pool.types.keys())
  const see = (panel: TypePanel) => {
    panels.push(panel)
    for (const [type, seats] of panel.entries()) if (seats > 0) unseen.delete(type)
  }
  see(first)
  while (unseen.size > 0 && !over()) {
    const weights = Float64Array.from(pool.types, (_, type) => (unseen.has(type) ? 1 + luck() : 0))
    const found = branch.heaviest(weights, { above: 0.5, enough: 0.5, nodes: 2000, over })
    if (found.panel && keepsRules(pool, found.panel)) see(found.panel)
    else if (found.bound < 1) return { panels, impossible: [...unseen] }
    else {
      const priced = pricing.heaviest(weights, { seconds: left(), over, gap: 0.5 })
      if (priced.panel && priced.value > 0.5) see(priced.panel)
      else if (priced.bound < 1) return { panels, impossible: [...unseen] }
      else break
    }
  }
  return { panels, impossible: [] }
}
