import { keepsRules, type Pool, type TypePanel } from '../pool.ts'
import { openBranch } from './branch.ts'
import { faceOf } from './face.ts'
import { openNearest } from './nearest.ts'

/** The nearest mix of panels to what is aimed at; `lack`: the largest difference of anyone's probability. */
export interface Reached {
  readonly lack: number
  readonly panels: readonly TypePanel[]
  readonly shares: readonly number[]
}
interface ReachOptions {
  readonly enough: number
  /** Looks longer for a panel that a quick look does not find. */
  readonly patient: boolean
  /** Panels met before; those found are added. */
  readonly known: TypePanel[]
  readonly over: () => boolean
  /** How many panels, and the least probability of anyone in their mix. */
  readonly tell: (panels: number, least: number) => void
}

/** Of the squared distance: if the aim can be reached some panel brings it all, so one that brings less than this is not worth entering. */
const worth = 0.1
const quick = 20
const thorough = 2000

/**
 * All steps of leximin at once: a mix of real panels that gives everybody exactly their target, by panels that each go far in the
 * direction still lacking. Least squares give one direction where linear programs on the largest lack hesitate between many.
 */
export const reach = (pool: Pool, targets: Float64Array, { enough, patient, known, over, tell }: ReachOptions): Reached => {
  const face = faceOf(pool, targets)
  const branch = openBranch(face)
  const point = targets.map((target, type) => target * pool.types[type]!.people.length)
  const nearest = openNearest(point)
  const { rest } = nearest
  const lack = () => pool.types.reduce((most, { people }, type) => Math.max(most, Math.abs(rest[type]!) / people.length), 0)
  const gain = (panel: TypePanel) => panel.reduce((sum, seats, type) => sum + seats * rest[type]!, 0)
  const least = () => {
    const total = nearest.mix().shares.reduce((sum, share) => sum + share, 0)
    return pool.types.reduce((low, { people }, type) => Math.min(low, (point[type]! - rest[type]!) / total / people.length), 1)
  }
  const met = known.filter(panel => keepsRules(face, panel))
  const remembered = () => {
    let best: TypePanel | undefined
    let most = worth * nearest.distance()
    for (const panel of met) {
      const value = gain(panel)
      if (value > most) {
        most = value
        best = panel
      }
    }
    return best !== undefined && nearest.enter(best)
  }
  for (let tries = 3 * met.length; tries > 0 && !over() && remembered(); tries--) continue
  // Each panel comes closer; no pool needed a fifth of these rounds.
  for (let rounds = 1000 + 20 * pool.types.length; rounds > 0 && lack() > enough && !over(); rounds--) {
    tell(nearest.mix().panels.length, least())
    const above = worth * nearest.distance()
    let found = branch.heaviest(rest, { above, nodes: quick, over })
    if (!found.panel && patient && found.bound > above) found = branch.heaviest(rest, { above, enough: above, nodes: thorough, over })
    if (!found.panel || !keepsRules(face, found.panel)) break
    known.push(found.panel)
    if (!nearest.enter(found.panel)) break
  }
  return { lack: lack(), ...nearest.mix() }
}
