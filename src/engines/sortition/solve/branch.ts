import type { Pool, TypePanel } from '../pool.ts'
import { openSimplex } from './simplex.ts'

/** `bound`: no panel weighs more, as proved by branch and bound; infinite when nothing was. */
export interface Branched {
  readonly panel: TypePanel | undefined
  readonly value: number
  readonly bound: number
}
export interface Branch {
  /** A panel that weighs more than `above`: the heaviest, or the first met that weighs `enough`. At most so many `nodes`, and while not `over`. */
  readonly heaviest: (
    weights: Float64Array,
    options?: { readonly above?: number; readonly enough?: number; readonly nodes?: number; readonly over?: () => boolean },
  ) => Branched
}

interface Node {
  readonly type: number
  /** What to come back to. */
  readonly lower: number
  readonly upper: number
  readonly bound: number
  /** The other side, until it is tried. */
  other: { readonly lower: number; readonly upper: number } | undefined
}
const nearly = 1e-6

/**
 * Branch and bound, depth first: the heaviest panel if people could be divided, then one type bounded at a time, the nearest to a
 * whole seat first, upwards first. Each question starts from the last one's answer. A branch ends when its bound is not `above`.
 */
export const openBranch = (pool: Pool): Branch => {
  const simplex = openSimplex(pool)
  const most = Int32Array.from(pool.types, ({ people }) => people.length)
  const lower = new Int32Array(most.length)
  const upper = most.slice()
  const set = (type: number, least: number, greatest: number) => {
    lower[type] = least
    upper[type] = greatest
    simplex.limit(type, least, greatest)
  }
  const weigh = (panel: TypePanel, weights: Float64Array) => panel.reduce((sum, seats, type) => sum + seats * weights[type]!, 0)

  return {
    heaviest: (weights, { above = -Infinity, enough = Infinity, nodes = 1e6, over = () => false } = {}) => {
      if (!weights.every(Number.isFinite)) return { panel: undefined, value: -Infinity, bound: Infinity }
      for (const type of most.keys()) set(type, 0, most[type]!)
      simplex.weigh(weights)
      const path: Node[] = []
      let panel: TypePanel | undefined
      let value = -Infinity
      let open = Infinity
      for (let count = 0; ; count++) {
        const floor = Math.max(above, value)
        const end = simplex.solve(floor)
        const bound = end === 'optimal' ? simplex.bound() : -Infinity
        if (count === 0) open = end === 'none' || end === 'below' ? floor : bound
        let deeper = false
        if (end === 'lost') return { panel, value, bound: path[0]?.bound ?? Infinity }
        if (end === 'optimal' && bound > floor) {
          const type = mostParted(simplex.seats)
          if (type < 0) {
            panel = Int32Array.from(simplex.seats, seats => Math.round(seats))
            value = weigh(panel, weights)
            if (value >= enough) return { panel, value, bound: Math.max(open, value) }
          } else {
            const seats = simplex.seats[type]!
            const up = { lower: Math.ceil(seats - nearly), upper: upper[type]! }
            const down = { lower: lower[type]!, upper: Math.ceil(seats - nearly) - 1 }
            path.push({ type, lower: lower[type]!, upper: upper[type]!, bound, other: down })
            set(type, up.lower, up.upper)
            deeper = true
          }
        }
        if (!deeper) {
          while (path.length > 0) {
            const node = path.at(-1)!
            if (node.other && node.bound > Math.max(above, value)) break
            set(node.type, node.lower, node.upper)
            path.pop()
          }
          const node = path.at(-1)
          if (!node) return { panel, value, bound: Math.max(above, value) }
          set(node.type, node.other!.lower, node.other!.upper)
          node.other = undefined
        }
        if (count >= nodes || over())
          return {
            panel,
            value,
            bound: path.reduce((high, one) => (one.other ? Math.max(high, one.bound) : high), Math.max(value, path.at(-1)?.bound ?? open)),
          }
      }
    },
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
