import type { Pool } from '../pool.ts'
import { type Highs, openModel, panelRows } from './highs.ts'

/** `Σ weights × panel ≤ most` for every panel; proven by pricing. */
export interface Cut {
  readonly weights: Float64Array
  readonly most: number
}
/** One step of leximin: nobody in `fixed` can have more than `floor` without somebody having less than they may. */
export interface Stage {
  readonly floor: number
  readonly fixed: readonly number[]
  /** The proof, for each type, per expected seat: positive for all in `fixed`, zero for those who may still rise. */
  readonly people: Float64Array
  /** The proof, for the size, each quota, each household, then each cut: positive presses an upper limit, negative a lower one. */
  readonly rules: Float64Array
}
export interface Outer {
  /** Leximin over everything that the rules and the cuts would allow if people could be divided: never less than the truth. Undefined: lost in floating point. */
  readonly leximin: (known?: readonly Stage[]) => { readonly targets: Float64Array; readonly stages: readonly Stage[] } | undefined
  readonly cut: (cut: Cut) => void
  readonly dispose: () => void
}

const same = 1e-6

interface Solved {
  readonly colValue: Float64Array
  readonly colDual: Float64Array
  readonly rowDual: Float64Array
}

/**
 * A type's probability is `z + s` while free and `floor + s` once fixed, with `s ≥ 0`: column `t` is `s`, the last one is `z`.
 * So rows are only the rules, and "no more than 1" where it was seen broken.
 */
export const openOuter = (highs: Highs, pool: Pool): Outer => {
  const { types } = pool
  const many = types.length
  const seats = types.map(({ people }) => people.length)
  const rules = panelRows(pool).map(({ lower, upper, indices, values }) => ({
    lower,
    upper,
    indices: [...indices, many],
    values: [...values.map((value, at) => value * seats[indices[at]!]!), 0],
  }))
  const model = openModel(highs, [...types.map(() => ({ cost: 0, lower: 0, upper: 1 })), { cost: 1, lower: 0, upper: 1 }], rules, 'largest')
  model.options.set({ solver: 'simplex', presolve: 'off', primal_feasibility_tolerance: 1e-10, dual_feasibility_tolerance: 1e-9 })
  const { modelStatus } = highs.constants
  const limits: { lower: number; upper: number; indices: readonly number[]; values: readonly number[] }[] = [...rules]
  /** Row of "no more than 1" of a type, once it has been needed. */
  const capped = new Map<number, number>()

  /** What floating point may take from each rule; ten times more when a stage is lost in it. */
  let tiny = 1e-10
  let floors = new Float64Array(0)
  let least = 0
  let most = 1
  const isFree = (type: number) => Number.isNaN(floors[type]!)
  /** Writes the rows again: free people count in `z`, the others in what they already have. */
  const restate = () => {
    for (const [row, { lower, upper, indices, values }] of limits.entries()) {
      let free = 0
      let had = 0
      for (const [at, type] of indices.entries()) {
        if (type === many) continue
        if (isFree(type)) free += values[at]!
        else had += values[at]! * floors[type]!
      }
      model.changeCoefficient(row, many, free)
      model.changeRowBounds(row, Math.max(lower - had - tiny, -highs.infinity), Math.min(upper - had + tiny, highs.infinity))
    }
    model.changeColBounds(many, Math.max(0, least - tiny), most)
  }
  /** Undefined: lost in floating point. */
  const solve = (): Solved | undefined => {
    for (let round = 0; round <= many; round++) {
      model.run()
      for (let attempt = 0; model.getModelStatus() !== modelStatus.optimal; attempt++) {
        if (tiny > 1e-6) return undefined
        if (attempt > 0) tiny *= 10
        restate()
        model.clearSolver()
        model.run()
      }
      const solution = model.getSolution()
      const probability = (type: number) => solution.colValue[type]! + (isFree(type) ? solution.colValue[many]! : floors[type]!)
      const beyond = types.flatMap((_, type) => (probability(type) > 1 + same && !capped.has(type) ? [type] : []))
      if (beyond.length === 0) return solution
      for (const type of beyond) {
        const limit = { lower: -Infinity, upper: 1, indices: [type, many], values: [1, 0] }
        capped.set(type, limits.length)
        limits.push(limit)
        model.addRow(-highs.infinity, isFree(type) ? 1 : 1 - floors[type]!, {
          indices: isFree(type) ? [type, many] : [type],
          values: isFree(type) ? [1, 1] : [1],
        })
      }
    }
    return undefined
  }
  const seek = (costs: ArrayLike<number>, z: number, from: number, to: number) => {
    least = from
    most = to
    model.changeColsCost(
      { kind: 'range', from: 0, to: many },
      Float64Array.from({ length: many + 1 }, (_, at) => costs[at] ?? z),
    )
    model.changeColBounds(many, Math.max(0, least - tiny), most)
    return solve()
  }

  /** The next step, given what those before have. */
  const stage = (free: readonly number[], before: number): Stage | undefined => {
    restate()
    const highest = seek(new Float64Array(many), 1, 0, 1)
    if (!highest || !Number.isFinite(highest.colValue[many]!)) return undefined
    const floor = Math.min(1, Math.max(before, highest.colValue[many]!))
    // Who may rise above the floor? Those left over are held by it, and the last multipliers say why.
    for (let held = free; ;) {
      const costs = new Float64Array(many)
      for (const type of held) costs[type] = 1
      const proof = seek(costs, 0, floor, floor)
      if (!proof) return undefined
      const left = held.filter(type => !(proof.colValue[type]! > same))
      if (left.length === 0 || left.length === held.length) return proved(floor, free, held, proof, highest)
      held = left
    }
  }
  const proved = (floor: number, free: readonly number[], held: readonly number[], proof: Solved, highest: Solved): Stage => {
    const isHeld = new Set(held)
    // That nobody rises may rest on the floor itself being the highest: the multipliers that say so are added.
    const again = Math.max(0, proof.colDual[many]!)
    const people = Float64Array.from({ length: many }, (_, type) => {
      const pressed = Math.max(0, (isHeld.has(type) ? 1 : 0) - proof.colDual[type]!)
      return (pressed + again * Math.max(0, -highest.colDual[type]!)) / seats[type]!
    })
    const caps = new Set(capped.values())
    return {
      floor,
      // Who is pressed cannot rise either, whatever floating point let through.
      fixed: free.filter(type => isHeld.has(type) || people[type]! > 1e-8),
      people,
      rules: Float64Array.from(
        [...limits.keys()].filter(row => !caps.has(row)),
        row => proof.rowDual[row]! + again * (highest.rowDual[row] ?? 0),
      ),
    }
  }

  return {
    leximin: (stages = []) => {
      floors = new Float64Array(many).fill(Number.NaN)
      tiny = 1e-10
      for (const { fixed, floor } of stages) for (const type of fixed) floors[type] = floor
      const all = [...stages]
      for (let free = [...types.keys()].filter(isFree); free.length > 0; free = free.filter(isFree)) {
        const next = stage(free, all.at(-1)?.floor ?? 0)
        if (!next) return undefined
        for (const type of next.fixed) floors[type] = next.floor
        all.push(next)
      }
      return { targets: floors.slice(), stages: all }
    },
    cut: ({ weights, most }) => {
      const indices = types.flatMap((_, type) => (weights[type]! === 0 ? [] : [type]))
      const values = indices.map(type => weights[type]! * seats[type]!)
      limits.push({ lower: -Infinity, upper: most, indices: [...indices, many], values: [...values, 0] })
      model.addRow(-highs.infinity, most, { indices: [...indices, many], values: [...values, 1] })
    },
    dispose: () => model.dispose(),
  }
}
