import type { Pool, TypePanel } from '../pool.ts'
import type { Highs } from './highs.ts'
import { openMaster, type Mixed } from './master.ts'
import { type Cut, openOuter, type Stage } from './outer.ts'
import { openPricing } from './pricing.ts'
import { reach } from './reach.ts'
import { openSearch, type Search } from './search.ts'

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

/** Lack of probability that counts as none; and what floating point may hide of it when pricing finds nothing more. */
const enough = 3e-8
const hidden = 1e-6
/** Difference of probability at which everybody has their target, as far as floating point goes. */
const reachable = 1e-7

/**
 * Leximin from both sides. From outside: what the rules allow if people could be divided, cut down whenever pricing proves that
 * no panel goes so far. From inside: mixes of real panels, more of them whenever one helps. Where both meet is the leximin.
 */
export const meet = (highs: Highs, pool: Pool, { first, clock, seconds, stop, tell }: MeetOptions): Met => {
  const began = clock()
  const spent = () => (clock() - began) / 1000
  const over = () => spent() > seconds || stop()
  const outer = openOuter(highs, pool)
  const master = openMaster(highs, pool)
  const pricing = openPricing(highs, pool)
  const search = openSearch(pool)
  const cuts: Cut[] = []
  try {
    let { targets, stages } = outer.leximin()
    let mixed: Mixed | undefined
    let done = 0
    let exhausted = false
    const weigh = (panel: ArrayLike<number>, { weights }: Mixed) =>
      pool.types.reduce((sum, _, type) => sum + weights[type]! * panel[type]!, 0)
    const say = (step: SortitionProgress['step'], minimum: number, panels = master.panels.length) => {
      const at = { panels, cuts: cuts.length, seconds: spent() }
      tell({ step, minimum, bound: stages[0]!.floor, stage: done, stages: stages.length, ...at })
    }
    let minimum = 0
    master.add(first)
    let said = spent()
    const reached = reach(highs, pool, targets, {
      enough: reachable,
      left: () => seconds / 2 - spent(),
      over: () => over() || spent() > seconds / 2,
      tell: ({ panels, shares }) => {
        if (spent() < said + 0.2) return
        said = spent()
        const total = shares.reduce((sum, share) => sum + share, 0)
        minimum = Math.max(
          minimum,
          minimumOf(
            pool,
            panels,
            shares.map(share => share / total),
          ),
        )
        say('panels', minimum, panels.length)
      },
    })
    if (reached.lack <= reachable) {
      done = stages.length
      say('panels', stages[0]!.floor, reached.panels.length)
      return { stages, cuts, ...kept(reached), reached: done, stopped: false }
    }
    for (const panel of reached.met) master.add(panel)
    for (const panel of follow(pool, targets, search, pricing.guide, first, over)) master.add(panel)
    while (done < stages.length && !over()) {
      const wanted = upTo(stages, done, targets)
      master.aim(wanted)
      const now = master.mix()
      if (now.lack <= (exhausted ? hidden : enough)) {
        mixed = now
        minimum = Math.max(minimum, minimumOf(pool, master.panels, now.shares))
        done++
        exhausted = false
        say('panels', minimum)
        continue
      }
      minimum = Math.max(minimum, minimumOf(pool, master.panels, now.shares))
      say('panels', minimum)
      let added = 0
      const guide = pricing.guide(now.weights)
      for (const from of startsOf(master.panels, now)) {
        const panel = search.improve(now.weights, from, 2000 + 15 * pool.types.length, guide)
        if (panel && weigh(panel, now) > now.level + 1e-9 && master.add(panel)) added++
        if (over()) break
      }
      if (added > 0 || over()) continue
      say('proof', minimum)
      const priced = pricing.heaviest(now.weights, { seconds: Math.max(1, seconds - spent()) })
      const helps = priced.panel && weigh(priced.panel, now) > now.level + 1e-10 && master.add(priced.panel)
      const asked = pool.types.reduce((sum, { people }, type) => sum + now.weights[type]! * wanted[type]! * people.length, 0)
      if (asked - priced.bound > enough / 3) {
        const cut = { weights: now.weights, most: priced.bound }
        cuts.push(cut)
        outer.cut(cut)
        ;({ targets, stages } = outer.leximin())
        // What was reached stays reached, but the steps are no longer the same.
        done = 0
      } else if (!helps) {
        if (exhausted || now.lack > hidden) break
        exhausted = true
      }
    }
    const stopped = done < stages.length
    if (!mixed || (stopped && minimum < stages[0]!.floor - 1e-6)) {
      master.aim(upTo(stages, 0, targets))
      mixed = master.mix()
    }
    return { stages, cuts, ...kept({ panels: master.panels, shares: [...mixed.shares] }), reached: done, stopped }
  } finally {
    for (const model of [outer, master, pricing]) model.dispose()
  }
}

/** Panels that count in a mix; shares sum to 1. */
const kept = ({ panels, shares }: { readonly panels: readonly TypePanel[]; readonly shares: readonly number[] }) => {
  const used = shares.flatMap((share, at) => (share > 1e-8 ? [{ share, panel: panels[at]! }] : []))
  const total = used.reduce((sum, { share }) => sum + share, 0)
  return { panels: used.map(({ panel }) => panel), shares: used.map(({ share }) => share / total) }
}

/** What each type is owed once the first stages are reached: its own floor, or the floor of the next stage. */
const upTo = (stages: readonly Stage[], done: number, targets: Float64Array) => {
  const floor = stages[done]!.floor
  return targets.map(target => Math.min(target, floor))
}

/** Panels that make up, one after the other, for what those before left wanting. */
function* follow(
  pool: Pool,
  targets: Float64Array,
  { improve }: Search,
  guide: (weights: ArrayLike<number>) => Float64Array,
  first: TypePanel,
  over: () => boolean,
): Generator<TypePanel> {
  const owed = new Float64Array(pool.types.length)
  let last = first
  const rounds = Math.min(600, Math.max(40, pool.types.length))
  for (let round = 0; round < rounds && !over(); round++) {
    for (const [type, { people }] of pool.types.entries()) owed[type]! += targets[type]! * people.length
    const weights = owed.map((lack, type) => lack / Math.max(1e-6, targets[type]! * pool.types[type]!.people.length) ** 0.5)
    const panel = improve(weights, last, 1000 + 10 * pool.types.length, guide(weights))
    if (!panel) continue
    last = panel
    for (let type = 0; type < owed.length; type++) owed[type]! -= panel[type]!
    yield panel
  }
}

/** Panels in the mix, the most present first: neighbours of theirs are likely to help. */
const startsOf = (panels: readonly TypePanel[], { shares }: Mixed): readonly TypePanel[] =>
  panels
    .map((panel, at) => ({ panel, share: shares[at] ?? 0 }))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 30)
    .map(({ panel }) => panel)

const minimumOf = (pool: Pool, panels: readonly TypePanel[], shares: ArrayLike<number>) => {
  const seats = new Float64Array(pool.types.length)
  for (const [at, panel] of panels.entries())
    if ((shares[at] ?? 0) > 0) for (let type = 0; type < seats.length; type++) seats[type]! += shares[at]! * panel[type]!
  return pool.types.reduce((least, { people }, type) => Math.min(least, seats[type]! / people.length), 1)
}
