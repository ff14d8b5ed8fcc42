import type { Pool, TypePanel } from '../pool.ts'
import { type Highs, openModel } from './highs.ts'

export interface Mixed {
  /** `seats`: all expected seats that lack; `anyone`: the largest lack of probability of one person. */
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
  /** `seats`: lacking seats are summed, whoever lacks them, which converges best; `anyone`: nobody lacks more than they must. */
  readonly mix: (lacking: 'seats' | 'anyone') => Mixed
  readonly dispose: () => void
}

/** Columns: the lack of each type, the lack of anyone, then one per panel; rows: each type, then "shares sum to 1". Kept warm. */
export const openMaster = (highs: Highs, pool: Pool): Master => {
  const { types } = pool
  const many = types.length
  const model = openModel(
    highs,
    [...types.map(() => ({ cost: 1, lower: 0, upper: Infinity })), { cost: 1, lower: 0, upper: 0 }],
    [
      ...types.map(({ people }, type) => ({ lower: 0, upper: Infinity, indices: [type, many], values: [1, people.length] })),
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
    mix: lacking => {
      const every = { kind: 'range', from: 0, to: many - 1 } as const
      model.changeColsBounds(every, new Float64Array(many), new Float64Array(many).fill(lacking === 'seats' ? highs.infinity : 0))
      model.changeColBounds(many, 0, lacking === 'seats' ? 0 : 2)
      model.run()
      if (model.getModelStatus() !== modelStatus.optimal) {
        model.clearSolver()
        model.run()
      }
      if (model.getModelStatus() !== modelStatus.optimal) throw new Error(`A mix ended with status ${model.getModelStatus()}.`)
      const { colValue, rowDual } = model.getSolution()
      return {
        lack: model.getObjectiveValue(),
        weights: Float64Array.from({ length: many }, (_, type) => Math.max(0, rowDual[type]!)),
        level: -rowDual[many]!,
        shares: colValue.slice(many + 1),
      }
    },
    dispose: () => model.dispose(),
  }
}
