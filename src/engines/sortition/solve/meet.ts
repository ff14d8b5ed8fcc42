import type { Pool, TypePanel } from '../pool.ts'
import { openBranch } from './branch.ts'
import { cover } from './cover.ts'
import type { Highs } from './highs.ts'
import { openMaster } from './master.ts'
import { type Cut, openOuter, type Stage } from './outer.ts'
import { openPricing } from './pricing.ts'
import { reach } from './reach.ts'
import { rise } from './rise.ts'

/** How far the computation is: the minimum reached with the panels known, and the most that any mix of panels could reach. */
export interface SortitionProgress {
  readonly step: 'panels' | 'proof'
  readonly minimum: number
  readonly bound: number
  readonly stage: number
  readonly stages: number
  readonly panels: number
  readonly cuts: number
  readonly seconds: number
}
export interface Met {
  readonly stages: readonly Stage[]
  readonly cuts: readonly Cut[]
  readonly panels: readonly TypePanel[]
  readonly shares: readonly number[]
  /** How many stages of leximin the mix reaches; when `stopped`, not all. */
  readonly reached: number
  readonly stopped: boolean
}
export interface MeetOptions {
  readonly first: TypePanel
  /** Milliseconds that only grow. */
  readonly clock: () => number
  readonly seconds: number
  readonly stop: () => boolean
  readonly tell: (progress: SortitionProgress) => void
}

/** Difference of probability at which everybody has their target, as far as floating point goes. */
const reachable = 1e-7
/** What floating point may hide between a floor and the mix that was just proved to be the highest. */
const hidden = 1e-6
/** Cuts between two attempts at all steps at once; and how often one step may be cut. */
const patience = 3
const cutsOfStage = 6

/**
 * Leximin from both sides. From outside: what the rules allow if people could be divided, cut down whenever it is proved that
 * no mix of panels goes so far. From inside: mixes of real panels, at all steps at once, else step by step. Where both meet is the leximin.
 */
export const meet = (highs: Highs, pool: Pool, { first, clock, seconds, stop, tell }: MeetOptions): Met => {
  const began = clock()
  const spent = () => (clock() - began) / 1000
  const over = () => stop() || spent() > seconds
  const left = () => Math.max(0.5, seconds - spent())
  const outer = openOuter(highs, pool)
  const pricing = openPricing(highs, pool)
  const master = openMaster(highs, pool)
  const branch = openBranch(pool)
  const cuts: Cut[] = []
  const cut = (one: Cut) => {
    cuts.push(one)
    outer.cut(one)
  }
  const done: Stage[] = []
  let stages: readonly Stage[] = []
  let shares: readonly number[] = []
  let minimum = 0
  let said = -Infinity
  const say = (step: SortitionProgress['step'], least: number, panels: number) => {
    minimum = Math.max(minimum, least)
    if (spent() < said + 0.2) return
    said = spent()
    const bound = stages[0]?.floor ?? 1
    tell({ step, minimum, bound, stage: done.length, stages: stages.length, panels, cuts: cuts.length, seconds: said })
  }
  try {
    const covered = cover(pool, first, { branch, pricing, over, left })
    const { impossible } = covered
    if (impossible.length > 0) cut({ weights: Float64Array.from(pool.types, (_, type) => (impossible.includes(type) ? 1 : 0)), most: 0 })
    const known = [...covered.panels]
    for (const panel of known) master.add(panel)
    for (let cutsHere = 0, untilAll = 0; cutsHere < cutsOfStage && !over();) {
      const leximin = outer.leximin(done)
      if (!leximin) break
      stages = leximin.stages
      if (untilAll <= 0) {
        untilAll = patience
        const reached = reach(pool, leximin.targets, {
          enough: reachable,
          patient: done.length === 0,
          known,
          over,
          tell: (mix, least) => say('panels', least, mix),
        })
        if (reached.lack <= reachable) return { stages, cuts, ...kept(reached), reached: stages.length, stopped: false }
        for (const panel of known) master.add(panel)
      }
      const next = stages[done.length]!
      const risen = rise(pool, next.floor - (cutsHere > 0 ? hidden : 0), {
        master,
        branch,
        pricing,
        over,
        left,
        met: (panel, least) => {
          known.push(panel)
          say('proof', done.length === 0 ? least : 0, known.length)
        },
      })
      if (!risen) break
      shares = [...risen.mixed.shares]
      if (risen.cut) {
        cut(risen.cut)
        cutsHere++
        untilAll--
        continue
      }
      cutsHere = 0
      const floor = Math.min(next.floor, risen.mixed.least)
      done.push({ ...next, floor })
      master.fix(next.fixed, floor)
      if (done.length === stages.length)
        return { stages: done, cuts, ...kept({ panels: master.panels, shares }), reached: done.length, stopped: false }
    }
    shares = [...(master.mix()?.shares ?? shares)]
    const whole = shares.length > 0 ? { panels: master.panels, shares } : { panels: [first], shares: [1] }
    return { stages: [...done, ...stages.slice(done.length)], cuts, ...kept(whole), reached: done.length, stopped: true }
  } finally {
    for (const model of [outer, pricing, master]) model.dispose()
  }
}

/** Panels that count in a mix; shares sum to 1. */
const kept = ({ panels, shares }: { readonly panels: readonly TypePanel[]; readonly shares: readonly number[] }) => {
  const used = shares.flatMap((share, at) => (share > 1e-8 ? [{ share, panel: panels[at]! }] : []))
  const total = used.reduce((sum, { share }) => sum + share, 0)
  return { panels: used.map(({ panel }) => panel), shares: used.map(({ share }) => share / total) }
}
