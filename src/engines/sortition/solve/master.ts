import type { Pool, TypePanel } from '../pool.ts'
import { type Highs, openModel } from './highs.ts'

export interface Mixed {
  /** The largest lack of anyone: probability aimed at less probability given. */
  readonly lack: number
  /** What one more expected seat of each type would bring. */
  readonly weights: Float64Array
  /** What every panel of the mix weighs. */
  readonly level: number
  readonly shares: Float64Array
}
/** Mixes the panels known so that as little as possible lacks of what is aimed at. */
export interface Master {
  readonly panels: readonly TypePanel[]
  readonly add: (panel: TypePanel) => boolean
  /** `targets`: the probability of each person of each type. */
  readonly aim: (targets: ArrayLike<number>) => void
  readonly mix: () => Mixed
  readonly dispose: () => void
}

/** Column 0 is the lack, then one per panel; rows: each type, then "shares sum to 1". Kept warm between questions. */
export const openMaster = (highs: Highs, pool: Pool): Master => {
  const { types } = pool
  const many = types.length
  const model = openModel(
    highs,
    [{ cost: 1, lower: 0, upper: 2 }],
    [
      ...types.map(({ people }) => ({ lower: 0, upper: Infinity, indices: [0], values: [people.length] })),
      { lower: 1, upper: 1, indices: [], values: [] },
    ],
    'smallest',
  )
  model.options.set({ solver: 'simplex', presolve: 'off', simplex_strategy: 4, primal_feasibility_tolerance: 1e-9 })
  const { modelStatus } = highs.constants
  const panels: TypePanel[] = []
  const known = new Set<string>()
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
    aim: targets => {
      for (const [type, { people }] of types.entries()) model.changeRowBounds(type, targets[type]! * people.length, highs.infinity)
    },
    mix: () => {
      model.run()
      if (model.getModelStatus() !== modelStatus.optimal) {
        model.clearSolver()
        model.run()
      }
      if (model.getModelStatus() !== modelStatus.optimal) throw new Error(`A mix ended with status ${model.getModelStatus()}.`)
      const { colValue, rowDual } = model.getSolution()
      return {
        lack: colValue[0]!,
        weights: Float64Array.from({ length: many }, (_, type) => Math.max(0, rowDual[type]!)),
        level: -rowDual[many]!,
        shares: colValue.slice(1),
      }
    },
    dispose: () => model.dispose(),
  }
}
