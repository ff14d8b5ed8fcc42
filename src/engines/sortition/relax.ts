import type { Pool, Quota } from './pool.ts'
import { type Highs, openModel, panelRows } from './solve/highs.ts'

/** Quotas so changed that a panel exists; `changes` is the smallest total number of seats moved, none is applied. */
export interface Relaxation {
  readonly changes: number
  readonly quotas: readonly { readonly quota: Quota; readonly min: number; readonly max: number }[]
}

/** The least to loosen, in seats; undefined when not even that would do (fewer people, or fewer addresses, than seats), or when a minute was not enough. */
export const smallestRelaxation = (highs: Highs, pool: Pool): Relaxation | undefined => {
  const many = pool.types.length
  const columns = [
    ...pool.types.map(({ people }) => ({ cost: 0, lower: 0, upper: people.length, whole: true })),
    ...pool.quotas.flatMap(({ min }) => [
      { cost: 1, lower: 0, upper: min, whole: true },
      { cost: 1, lower: 0, upper: pool.size, whole: true },
    ]),
  ]
  const [size, ...others] = panelRows(pool)
  const loosened = others.slice(0, pool.quotas.length).flatMap(({ lower, upper, indices, values }, quota) => [
    { lower, upper: Infinity, indices: [...indices, many + 2 * quota], values: [...values, 1] },
    { lower: -Infinity, upper, indices: [...indices, many + 2 * quota + 1], values: [...values, -1] },
  ])
  const model = openModel(highs, columns, [size!, ...loosened, ...others.slice(pool.quotas.length)], 'smallest')
  try {
    model.options.set({ time_limit: 60 })
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined
    const { colValue } = model.getSolution()
    const quotas = pool.quotas.flatMap((quota, at) => {
      const min = quota.min - Math.round(colValue[many + 2 * at]!)
      const max = quota.max + Math.round(colValue[many + 2 * at + 1]!)
      return min === quota.min && max === quota.max ? [] : [{ quota, min, max }]
    })
    return { changes: Math.round(model.getObjectiveValue()), quotas }
  } finally {
    model.dispose()
  }
}
