import type { Pool, TypePanel } from '../pool.ts'
import { type Highs, openModel, panelRows } from './highs.ts'

/** Heavy panels in milliseconds, proving nothing. */
export interface Dive {
  /** Undefined when it ended where no panel is. */
  readonly panel: (weights: Float64Array) => TypePanel | undefined
  readonly dispose: () => void
}

const nearly = 1e-6
const patience = 10

/**
 * The heaviest panel if people could be divided, then whole seats one after the other, the nearest to a whole one first; each step
 * is a linear program that starts from the one before. A seat that leaves no panel is refused, at most `patience` times.
 */
export const openDive = (highs: Highs, pool: Pool): Dive => {
  const most = pool.types.map(({ people }) => people.length)
  const model = openModel(
    highs,
    most.map(upper => ({ cost: 0, lower: 0, upper })),
    panelRows(pool),
    'largest',
  )
  model.options.set({ solver: 'simplex', presolve: 'off' })
  const solves = () => {
    model.run()
    return model.getModelStatus() === highs.constants.modelStatus.optimal
  }
  return {
    panel: weights => {
      model.changeColsCost({ kind: 'range', from: 0, to: most.length - 1 }, weights)
      const lower = most.map(() => 0)
      const upper = [...most]
      for (const [type, seats] of most.entries()) model.changeColBounds(type, 0, seats)
      if (!solves()) return undefined
      for (let refused = 0; refused <= patience;) {
        const { colValue } = model.getSolution()
        const type = mostParted(colValue)
        if (type < 0) return Int32Array.from(colValue, Math.round)
        const seats = Math.ceil(colValue[type]! - nearly)
        model.changeColBounds(type, seats, upper[type]!)
        if (solves()) lower[type] = seats
        else {
          refused++
          upper[type] = seats - 1
          model.changeColBounds(type, lower[type]!, upper[type]!)
          if (!solves()) return undefined
        }
      }
      return undefined
    },
    dispose: () => model.dispose(),
  }
}

/** The type with the largest part of a seat beyond whole ones; -1 when all are whole. */
const mostParted = (seats: Float64Array) => {
  let type = -1
  let largest = nearly
  for (const [at, value] of seats.entries()) {
    const part = value - Math.floor(value + nearly)
    if (part > largest) {
      largest = part
      type = at
    }
  }
  return type
}
