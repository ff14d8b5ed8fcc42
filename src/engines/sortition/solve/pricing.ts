import type { Pool, TypePanel } from '../pool.ts'
import { type Highs, openModel, panelRows } from './highs.ts'

/** `bound`: no panel weighs more (proven by branch and bound, as far as floating point goes). `panel`: the heaviest found. */
export interface Priced {
  readonly panel: TypePanel | undefined
  readonly value: number
  readonly bound: number
  readonly feasible: boolean
}
/** Heaviest panels, by integer programming on the types. */
export interface Pricing {
  readonly heaviest: (weights: ArrayLike<number>, options: { seconds: number; gap?: number; over?: () => boolean }) => Priced
  readonly dispose: () => void
}

export const openPricing = (highs: Highs, pool: Pool): Pricing => {
  const columns = pool.types.map(({ people }) => ({ cost: 0, lower: 0, upper: people.length, whole: true }))
  const model = openModel(highs, columns, panelRows(pool), 'largest')
  const every = { kind: 'range', from: 0, to: columns.length - 1 } as const
  const costs = (weights: ArrayLike<number>) => Float64Array.from({ length: columns.length }, (_, type) => weights[type] ?? 0)
  const { modelStatus } = highs.constants
  return {
    heaviest: (weights, { seconds, gap = 1e-9, over = () => false }) => {
      model.clearSolver()
      model.zeroAllClocks()
      model.options.set({ time_limit: seconds, mip_abs_gap: gap, mip_rel_gap: 0, mip_feasibility_tolerance: 1e-9 })
      model.changeColsCost(every, costs(weights))
      model.run({
        [highs.constants.callbackType.mipInterrupt]: event => {
          if (over()) event.interrupt()
        },
      })
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible) return { panel: undefined, value: -Infinity, bound: -Infinity, feasible: false }
      const found = Number(model.info.get('primal_solution_status')) === 2
      const panel = found ? Int32Array.from(model.getSolution().colValue, value => Math.round(value)) : undefined
      const value = panel ? panel.reduce((sum, count, type) => sum + count * (weights[type] ?? 0), 0) : -Infinity
      const bound = Number(model.info.get('mip_dual_bound'))
      return { panel, value, bound: Number.isFinite(bound) ? Math.max(bound, value) : Infinity, feasible: true }
    },
    dispose: () => model.dispose(),
  }
}
