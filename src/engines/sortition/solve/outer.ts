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
  /** Leximin over everything that the rules and the cuts would allow if people could be divided: never less than the truth. */
  readonly leximin: () => { readonly targets: Float64Array; readonly stages: readonly Stage[] }
  readonly cut: (cut: Cut) => void
  readonly dispose: () => void
}

const same = 1e-6

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
  model.options.set({ solver: 'simplex', presolve: 'off', primal_feasibility_tolerance: 1e-9, dual_feasibility_tolerance: 1e-9 })
  const { modelStatus } = highs.constants
  const limits: { lower: number; upper: number; indices: readonly number[]; values: readonly number[] }[] = [...rules]
  /** Row of "no more than 1" of a type, once it has been needed. */
  const capped = new Map<number, number>()

  /** What floating point may take from each rule; ten times more when a stage is lost in it. */
  let tiny = 1e-9
  let floors = new Float64Array(0)
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
  }
  const solve = () => {
    for (;;) {
      model.run()
      if (model.getModelStatus() !== modelStatus.optimal) {
        model.clearSolver()
        model.run()
      }
      while (model.getModelStatus() !== modelStatus.optimal) {
        if (tiny > 1e-7) throw new Error(`A stage ended with status ${model.getModelStatus()}.`)
        tiny *= 10
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
  }
  const seek = (costs: ArrayLike<number>, z: number, least: number, most: number) => {
    model.changeColsCost(
      { kind: 'range', from: 0, to: many },
      Float64Array.from({ length: many + 1 }, (_, at) => costs[at] ?? z),
    )
    model.changeColBounds(many, least, most)
    return solve()
  }

  return {
    leximin: () => {
      floors = new Float64Array(many).fill(Number.NaN)
      const stages: Stage[] = []
      let before = 0
      for (let free = types.map((_, type) => type); free.length > 0; free = free.filter(isFree)) {
        restate()
        const none = new Float64Array(many)
        const floor = Math.min(1, Math.max(before, seek(none, 1, 0, 1).colValue[many]!))
        before = floor
        // Who may rise above the floor? Those left over are held by it, and the last multipliers say why.
        let held = free
        let proof
        do {
          const costs = new Float64Array(many)
          for (const type of held) costs[type] = 1
          proof = seek(costs, 0, Math.max(0, floor - 1e-10), floor)
          const rises = new Set(held.filter(type => proof!.colValue[type]! > same))
          if (rises.size === 0) break
          const left = held.filter(type => !rises.has(type))
          if (left.length === 0) break
          held = left
        } while (held.length > 0)
        const isHeld = new Set(held)
        const people = Float64Array.from(
          { length: many },
          (_, type) => Math.max(0, (isHeld.has(type) ? 1 : 0) - proof.colDual[type]!) / seats[type]!,
        )
        for (const type of held) floors[type] = floor
        const kept = new Float64Array(limits.length - capped.size)
        const caps = new Set(capped.values())
        let at = 0
        for (let row = 0; row < limits.length; row++) if (!caps.has(row)) kept[at++] = proof.rowDual[row]!
        stages.push({ floor, fixed: held, people, rules: kept })
      }
      return { targets: floors.slice(), stages }
    },
    cut: ({ weights, most }) => {
      const indices = types.flatMap((_, type) => (weights[type]! > 0 ? [type] : []))
      const values = indices.map(type => weights[type]! * seats[type]!)
      limits.push({ lower: -Infinity, upper: most, indices: [...indices, many], values: [...values, 0] })
      model.addRow(-highs.infinity, most, { indices: [...indices, many], values: [...values, 1] })
    },
    dispose: () => model.dispose(),
  }
}
