import { keepsRules, type Pool, type TypePanel } from '../pool.ts'
import { openDive } from './dive.ts'
import { faceOf } from './face.ts'
import type { Highs } from './highs.ts'
import { openNearest } from './nearest.ts'
import { openPricing } from './pricing.ts'
import { luckOf, openSearch } from './search.ts'

/** The nearest mix of panels to what is aimed at; `lack`: the largest difference of anyone's probability. */
export interface Reached {
  readonly lack: number
  readonly panels: readonly TypePanel[]
  readonly shares: readonly number[]
  /** Every panel met, in the mix or no longer. */
  readonly met: readonly TypePanel[]
}
interface ReachOptions {
  readonly enough: number
  /** Seconds left. */
  readonly left: () => number
  readonly over: () => boolean
  readonly tell: (mix: { readonly panels: readonly TypePanel[]; readonly shares: readonly number[] }) => void
}

/** Each further attempt for the same weights disturbs them more. */
const attempts = 6
/** Of the squared distance: a panel that brings less is not worth entering. */
const worth = 1e-3

/**
 * All steps of leximin at once: a mix of real panels that gives everybody exactly their target, by panels that each go far in the
 * direction still lacking. Least squares give one direction where linear programs on the largest lack hesitate between many.
 */
export const reach = (highs: Highs, pool: Pool, targets: Float64Array, { enough, left, over, tell }: ReachOptions): Reached => {
  const face = faceOf(pool, targets)
  const pricing = openPricing(highs, face)
  const dive = openDive(highs, face)
  const search = openSearch(face)
  const luck = luckOf()
  const nearest = openNearest(targets.map((target, type) => target * pool.types[type]!.people.length))
  const { rest } = nearest
  const met: TypePanel[] = []
  const lack = () => pool.types.reduce((most, { people }, type) => Math.max(most, Math.abs(rest[type]!) / people.length), 0)
  const gain = (panel: TypePanel) => panel.reduce((sum, seats, type) => sum + seats * rest[type]!, 0)
  const enter = (panel: TypePanel | undefined) => {
    if (!panel || !keepsRules(face, panel) || gain(panel) <= worth * nearest.distance() || !nearest.enter(panel)) return false
    met.push(panel)
    return true
  }
  const dives = () => {
    for (let attempt = 0; attempt < attempts && !over(); attempt++) {
      const noise = 0.3 * attempt * Math.sqrt(nearest.distance() / rest.length)
      if (enter(dive.panel(rest.map(value => value + noise * (luck() - 0.5))))) return true
    }
    return false
  }
  const exchanges = () => {
    const { panels, shares } = nearest.mix()
    const largest = shares.indexOf(Math.max(...shares))
    return panels.length > 0 && enter(search.improve(rest.slice(), panels[largest]!, 2000 + 15 * rest.length, pricing.guide(rest)))
  }
  const proven = () => enter(pricing.heaviest(rest.slice(), { seconds: Math.max(1, left()), gap: worth * nearest.distance() }).panel)
  try {
    while (lack() > enough && !over()) {
      tell(nearest.mix())
      if (!dives() && !exchanges() && !proven()) break
    }
    return { lack: lack(), met, ...nearest.mix() }
  } finally {
    for (const model of [pricing, dive]) model.dispose()
  }
}
