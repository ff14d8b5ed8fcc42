import type { Compiled } from '../compile.ts'
import { type Attack, type Handle, type Known, openAttack, type Target } from './attack.ts'
import type { Counted } from './model.ts'
import { crossesInside, exchanges, isOption, movableFrom, type Movable } from './movable.ts'
import type { OpenProgram } from './solver.ts'

export interface Exposure {
  readonly knowns: readonly Known[]
  readonly targets: readonly Target[]
  readonly counted: readonly Counted[]
  /** Questions on which weights depend: their answers do not move, or weights would. */
  readonly still: ReadonlySet<string>
  readonly threshold: number
  /** Whether one figure can be hidden, or only its whole table held. */
  readonly by: 'figure' | 'table'
}
export interface Protection {
  /** Figures to hide, by identifier. */
  readonly hidden: ReadonlySet<string>
  /** Figures whose weighted share alone is to be hidden. */
  readonly unweighted: ReadonlySet<string>
  /** What could not be shown to be safe: nothing of its table may be published. */
  readonly unproven: readonly Target[]
  readonly programs: number
}

/**
 * Hides more until, for each target, someone who knows all answers but those to one question (and those it opens) finds possible
 * two values at least `threshold` apart. Hiding never harms another target, so the order does not matter to what is promised; it
 * is fixed all the same.
 */
export const protect = async (
  { knowns, targets, counted, still, threshold, by }: Exposure,
  compiled: Compiled,
  open: OpenProgram,
): Promise<Protection> => {
  const hidden = new Set<string>()
  const unweighted = new Set<string>()
  let programs = 0
  const shown = () =>
    knowns.filter(({ id }) => !hidden.has(id)).map(known => (unweighted.has(known.id) ? { ...known, weighted: null } : known))

  const attacked = Map.groupBy(targets, target => moverOf(target, knowns, compiled, still))
  const unproven: Target[] = []
  for (const [mover, its] of [...attacked].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const moving =
      mover === ''
        ? []
        : exchanges(mover, compiled)
            .flatMap(root => movableFrom(root, compiled) ?? [])
            .filter(mayMove)
    let left: readonly Target[] = its
    for (const [turn, movable] of moving.entries()) {
      if (left.length === 0) break
      const attack = openAttack(
        movable,
        shown().filter(known => touches(movable, known)),
        left,
        counted,
        compiled,
        open,
      )
      try {
        // An option moved alone is the cheapest exchange: what it cannot show safe is hidden there already.
        const hide = turn === moving.length - 1 || isOption(movable.members[0]?.variable.id ?? '')
        const unsafe: Target[] = []
        for (const target of left) {
          await breath()
          if (!secured(attack, target, hide)) unsafe.push(target)
        }
        left = unsafe
      } finally {
        programs += attack.programs()
        attack.dispose()
      }
    }
    unproven.push(...left)
  }
  return { hidden, unweighted, unproven, programs }

  function mayMove(movable: Movable): boolean {
    return mayBeExchanged(movable, knowns, still)
  }
  function secured(attack: Attack, target: Target, hide: boolean): boolean {
    while (attack.width(target, threshold) < threshold) {
      if (!hide) return false
      const best = attack.holding().toSorted(cheapest)[0]
      if (!best) return false
      for (const handle of by === 'table' ? knowns.filter(({ table }) => table === best.known.table).map(all) : whole(best)) {
        if (handle.part === 'count') hidden.add(handle.known.id)
        else unweighted.add(handle.known.id)
        attack.release(handle)
      }
    }
    return true
  }
  /** A table of one question is shown whole or not at all. */
  function whole(handle: Handle): readonly Handle[] {
    return handle.part === 'count' && handle.known.on.length === 1
      ? knowns.filter(({ table }) => table === handle.known.table).map(all)
      : [handle]
  }
}
/** Lets waiting pages be served between two targets. */
const breath = () => new Promise<void>(resume => void setImmediate(resume))

const all = (known: Known): Handle => ({ known, part: 'count' })

const touches = ({ members, seen }: Movable, { on }: Known) =>
  on.some(test => members.some(({ variable }) => variable.id === seen(test).variable))

const mayBeExchanged = (movable: Movable, knowns: readonly Known[], still: ReadonlySet<string>) =>
  !movable.members.some(({ variable }) => still.has(variable.question)) && !knowns.some(({ on }) => crossesInside(movable, on))

/** The weighted share first, then a cell, then a base or a total, then a whole table; the smallest; by name. */
const cheapest = (a: Handle, b: Handle) =>
  cost(a) - cost(b) ||
  a.known.counted.count(a.known.on).count - b.known.counted.count(b.known.on).count ||
  (a.known.id < b.known.id ? -1 : 1)
const cost = ({ known, part }: Handle) => (part === 'weighted' ? 0 : known.on.length === 1 ? 3 : known.base ? 1 : 2)

/** The variable of the target that enters the fewest tables among those that may move; '' when none may. */
const moverOf = ({ on }: Target, knowns: readonly Known[], compiled: Compiled, still: ReadonlySet<string>): string => {
  const tablesOf = (id: string) =>
    new Set(knowns.flatMap(known => (known.on.some(({ variable }) => variable === id) ? [known.table] : []))).size
  const movable = (id: string) => {
    const moving = movableFrom(id, compiled)
    return moving !== null && mayBeExchanged(moving, knowns, still)
  }
  const candidates = on
    .map(({ variable }, at) => ({ variable, at, tables: tablesOf(variable) }))
    .filter(({ variable }) => movable(variable))
  return candidates.toSorted((a, b) => a.tables - b.tables || a.at - b.at)[0]?.variable ?? ''
}
