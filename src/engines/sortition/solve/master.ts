import type { Pool, TypePanel } from '../pool.ts'
import { type Highs, openModel } from './highs.ts'

export interface Mixed {
  /** The least probability, in this mix, of those not fixed yet. */
  readonly least: number
  /** What one more expected seat of each type would bring. */
  readonly weights: Float64Array
  /** What every panel of the mix weighs. */
  readonly level: number
  readonly shares: Float64Array
}
/** Mixes the panels known so that the least probability is as large as possible, those fixed keeping theirs. */
export interface Master {
  readonly panels: readonly TypePanel[]
  readonly add: (panel: TypePanel) => boolean
  readonly fix: (types: readonly number[], floor: number) => void
  /** Undefined: lost in floating point. */
  readonly mix: () => Mixed | undefined
  readonly dispose: () => void
}

/** Column 0 is the least probability, then one per panel; rows: each type, then "shares sum to 1". Kept warm between questions. */
export const openMaster = (highs: Highs, pool: Pool): Master => {
  const { types } = pool
  const many = types.length
  const model = openModel(
    highs,
    [{ cost: 1, lower: 0, upper: 1 }],
    [
      ...types.map(({ people }) => ({ lower: 0, upper: Infinity, indices: [0], values: [-people.length] })),
      { lower: 1, upper: 1, indices: [], values: [] },
    ],
    'largest',
  )
  model.options.set({ solver: 'simplex', presolve: 'off', simplex_strategy: 4, primal_feasibility_tolerance: 1e-9 })
  const { modelStatus } = highs.constants
  const panels: TypePanel[] = []
  const known = new Set<string>()
  const floors = new Float64Array(many).fill(-1)
  /** What floating point may take from those fixed; more when a mix is lost in it. */
  let tiny = 1e-9
  const restate = () => {
    for (const [type, floor] of floors.entries())
      if (floor >= 0) model.changeRowBounds(type, Math.max(0, floor - tiny) * types[type]!.people.length, highs.infinity)
  }
  return {
    panels,
    add: panel => {
      const name = panel.join()
      if (known.has(name)) return false
      known.add(name)
      panels.push(panel)
      const indices = types.flatMap((_, type) => (panel[type]! > 0 ? [type] : []))
      model.addCol(0, 0, highs.infinity, { indices: [...indices, many], values: [...indices.map(type => panel[type]!), 1] })
      return true
    },
    fix: (fixed, floor) => {
      for (const type of fixed) {
        floors[type] = floor
        model.changeCoefficient(type, 0, 0)
      }
      restate()
    },
    mix: () => {
      model.run()
      for (let attempt = 0; model.getModelStatus() !== modelStatus.optimal; attempt++) {
        if (attempt > 4) return undefined
        if (attempt > 0) tiny *= 4
        restate()
        model.clearSolver()
        model.run()
      }
      const { colValue, rowDual } = model.getSolution()
      return {
        least: colValue[0]!,
        weights: Float64Array.from({ length: many }, (_, type) => Math.max(0, -rowDual[type]!)),
        level: rowDual[many]!,
        shares: colValue.slice(1),
      }
    },
    dispose: () => model.dispose(),
  }
}
