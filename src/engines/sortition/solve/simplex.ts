import type { Pool } from '../pool.ts'
import { invert } from './invert.ts'

/** The heaviest panel if people could be divided: `max weights · x` where every rule holds and each type keeps within its bounds. */
export interface Simplex {
  readonly weigh: (weights: ArrayLike<number>) => void
  readonly limit: (type: number, lower: number, upper: number) => void
  /** `lost`: more steps than allowed, or floating point went astray; nothing is proven then. `below`: the bound passed under `cutoff`. */
  readonly solve: (cutoff?: number) => 'optimal' | 'none' | 'below' | 'lost'
  /** By type, once optimal. */
  readonly seats: Float64Array
  /** By type: the weight less what the rules press. */
  readonly reduced: Float64Array
  /** No solution weighs more: from the multipliers alone, whatever the steps were worth. */
  readonly bound: () => number
}

const feasible = 1e-9
const pivotable = 1e-7

/**
 * Dual simplex on bounded variables (Lemke 1954; bound flipping: Kirillova, Gabasov & Kostyukova 1979), with the inverse of the basis
 * written out: pools have a few dozen rules, all coefficients are 1, and questions differ little, so that a question takes microseconds
 * where a general solver spends a millisecond getting ready. Every variable has two bounds, so that any basis is a start.
 */
export const openSimplex = (pool: Pool): Simplex => {
  const many = pool.types.length
  const rules = 1 + pool.quotas.length + pool.households
  const all = many + rules
  /** Of each type, the rules that count it besides the size of the panel. */
  const counted = pool.types.map(({ quotas, household }) => [
    ...quotas.map(quota => 1 + quota),
    ...(household < 0 ? [] : [1 + pool.quotas.length + household]),
  ])
  const rows = Int32Array.from(counted.flat())
  const starts = new Int32Array(many + 1)
  for (const [type, own] of counted.entries()) starts[type + 1] = starts[type]! + own.length
  const lower = new Float64Array(all)
  const upper = new Float64Array(all)
  for (const [type, { people }] of pool.types.entries()) upper[type] = people.length
  const limits = [
    { min: pool.size, max: pool.size },
    ...pool.quotas.map(({ min, max }) => ({ min: Math.max(0, min), max: Math.min(pool.size, max) })),
    ...Array.from({ length: pool.households }, () => ({ min: 0, max: 1 })),
  ]
  for (const [rule, { min, max }] of limits.entries()) {
    lower[many + rule] = min
    upper[many + rule] = max
  }
  const costs = new Float64Array(many)
  const values = new Float64Array(all)
  const reduced = new Float64Array(all)
  const basic = Int32Array.from({ length: rules }, (_, rule) => many + rule)
  const isBasic = new Uint8Array(all).fill(1, many)
  const inverse = new Float64Array(rules * rules)
  const multipliers = new Float64Array(rules)
  const slopes = new Float64Array(all)
  const column = new Float64Array(rules)
  const right = new Float64Array(rules)
  const candidates = new Int32Array(all)
  const ratios = new Float64Array(all)
  let pivots = Infinity
  /** Those with room between their bounds; the others are where they are. */
  const movable = new Int32Array(all)
  let moving = 0

  /** Variable `many + rule` is what the rule counts: rows say `Σ types - counted = 0`. */
  const addColumn = (variable: number, times: number, to: Float64Array) => {
    if (variable >= many) {
      to[variable - many]! -= times
      return
    }
    to[0]! += times
    for (let at = starts[variable]!; at < starts[variable + 1]!; at++) to[rows[at]!]! += times
  }
  const restart = () => {
    for (let rule = 0; rule < rules; rule++) basic[rule] = many + rule
    isBasic.fill(0, 0, many).fill(1, many)
  }
  const factor = () => {
    pivots = 0
    const matrix = new Float64Array(rules * rules)
    for (let at = 0; at < rules; at++) {
      right.fill(0)
      addColumn(basic[at]!, 1, right)
      for (let row = 0; row < rules; row++) matrix[row * rules + at] = right[row]!
    }
    return invert(matrix, rules, inverse)
  }
  const price = () => {
    multipliers.fill(0)
    for (let at = 0; at < rules; at++) {
      const cost = basic[at]! < many ? costs[basic[at]!]! : 0
      if (cost !== 0) for (let row = 0; row < rules; row++) multipliers[row]! += cost * inverse[at * rules + row]!
    }
    for (let variable = 0; variable < all; variable++) reduced[variable] = gainOf(variable)
    for (let at = 0; at < rules; at++) reduced[basic[at]!] = 0
  }
  /** Those out of the basis stand at the bound that their reduced weight asks for; the others follow. */
  const place = () => {
    right.fill(0)
    for (let variable = 0; variable < all; variable++) {
      if (isBasic[variable]) continue
      const at = reduced[variable]! > 0 ? upper[variable]! : reduced[variable]! < 0 ? lower[variable]! : nearer(variable)
      values[variable] = at
      if (at !== 0) addColumn(variable, -at, right)
    }
    for (let at = 0; at < rules; at++) {
      let value = 0
      for (let row = 0; row < rules; row++) value += inverse[at * rules + row]! * right[row]!
      values[basic[at]!] = value
    }
  }
  const nearer = (variable: number) => (values[variable]! >= upper[variable]! ? upper[variable]! : lower[variable]!)
  const bound = () => {
    let sum = 0
    for (let variable = 0; variable < all; variable++) {
      const gain = gainOf(variable)
      sum += gain > 0 ? gain * upper[variable]! : gain * lower[variable]!
    }
    return sum
  }
  const gainOf = (variable: number) => {
    if (variable >= many) return multipliers[variable - many]!
    let value = costs[variable]! - multipliers[0]!
    for (let at = starts[variable]!; at < starts[variable + 1]!; at++) value -= multipliers[rows[at]!]!
    return value
  }
  /** The basic variable furthest out of its bounds, as the length of its row counts. */
  const leaving = () => {
    let found = -1
    let largest = 0
    for (let at = 0; at < rules; at++) {
      const variable = basic[at]!
      const value = values[variable]!
      const out = value < lower[variable]! - feasible ? lower[variable]! - value : value - upper[variable]!
      if (out <= feasible) continue
      let length = 0
      for (let row = at * rules; row < (at + 1) * rules; row++) length += inverse[row]! * inverse[row]!
      const score = (out * out) / length
      if (score > largest) {
        largest = score
        found = at
      }
    }
    return found
  }
  /** Who enters for the one at `place`: those met on the way jump to their other bound. -1: nobody can. */
  const entering = (place: number, rises: number, out: number) => {
    let count = 0
    const row = place * rules
    const whole = inverse[row]!
    for (let index = 0; index < moving; index++) {
      const variable = movable[index]!
      if (isBasic[variable]) continue
      let slope = whole
      if (variable < many) for (let at = starts[variable]!; at < starts[variable + 1]!; at++) slope += inverse[row + rows[at]!]!
      else slope = -inverse[row + variable - many]!
      slopes[variable] = slope
      if (slope < pivotable && slope > -pivotable) continue
      if (slope * rises < 0 ? values[variable]! >= upper[variable]! : values[variable]! <= lower[variable]!) continue
      ratios[variable] = Math.abs(reduced[variable]! / slope)
      candidates[count++] = variable
    }
    const { first, end } = crossing(count, out)
    let best = -1
    for (let at = first; at < end; at++)
      if (best < 0 || Math.abs(slopes[candidates[at]!]!) > Math.abs(slopes[best]!)) best = candidates[at]!
    if (best < 0) return { variable: -1, hasJumped: false }
    right.fill(0)
    for (let at = 0; at < first; at++) {
      const variable = candidates[at]!
      const from = values[variable]!
      values[variable] = from >= upper[variable]! ? lower[variable]! : upper[variable]!
      addColumn(variable, values[variable]! - from, right)
    }
    return { variable: best, hasJumped: first > 0 }
  }
  /** Sorts no more than needed to know who comes first, by ratio, when all that come before make up for `left`: from `first` to `end`. */
  const crossing = (count: number, left: number) => {
    let first = 0
    for (let last = count; first < last;) {
      const middle = ratios[candidates[(first + last) >> 1]!]!
      let less = first
      let at = first
      let more = last
      let before = 0
      let level = 0
      while (at < more) {
        const variable = candidates[at]!
        const ratio = ratios[variable]!
        const length = Math.abs(slopes[variable]!) * (upper[variable]! - lower[variable]!)
        if (ratio > middle) {
          candidates[at] = candidates[--more]!
          candidates[more] = variable
        } else if (ratio < middle) {
          before += length
          candidates[at++] = candidates[less]!
          candidates[less++] = variable
        } else {
          level += length
          at++
        }
      }
      if (before >= left - feasible) last = less
      else if (before + level >= left - feasible) return { first: less, end: more }
      else {
        left -= before + level
        first = more
      }
    }
    return { first, end: first }
  }
  const solve: Simplex['solve'] = (cutoff = -Infinity) => {
    if (pivots > 60 && !factor()) {
      restart()
      factor()
    }
    moving = 0
    for (let variable = 0; variable < all; variable++) if (upper[variable]! > lower[variable]!) movable[moving++] = variable
    price()
    place()
    for (let step = 0; step < 50 + 8 * rules + many; step++) {
      if (pivots > 60) {
        if (!factor()) return 'lost'
        price()
        place()
      }
      if (cutoff > -Infinity && weight() <= cutoff && step % 4 === 0) {
        price()
        if (bound() <= cutoff) return 'below'
      }
      const at = leaving()
      if (at < 0) return 'optimal'
      const gone = basic[at]!
      const rises = values[gone]! < lower[gone]! ? 1 : -1
      const end = rises > 0 ? lower[gone]! : upper[gone]!
      const { variable, hasJumped } = entering(at, rises, Math.abs(values[gone]! - end))
      // So little out of its bounds may be what floating point left: that proves nothing.
      if (variable < 0) return Math.abs(values[gone]! - end) > 1e-6 ? 'none' : 'lost'
      if (hasJumped) shift()
      pivot(at, variable, end)
    }
    return 'lost'
  }
  const weight = () => {
    let sum = 0
    for (let type = 0; type < many; type++) sum += costs[type]! * values[type]!
    return sum
  }
  const shift = () => {
    for (let at = 0; at < rules; at++) {
      let value = 0
      for (let row = 0; row < rules; row++) value += inverse[at * rules + row]! * right[row]!
      values[basic[at]!]! -= value
    }
  }
  const pivot = (at: number, variable: number, end: number) => {
    const gone = basic[at]!
    right.fill(0)
    addColumn(variable, 1, right)
    for (let place = 0; place < rules; place++) {
      let value = 0
      for (let row = 0; row < rules; row++) value += inverse[place * rules + row]! * right[row]!
      column[place] = value
    }
    const turn = column[at]!
    const step = (values[gone]! - end) / turn
    for (let place = 0; place < rules; place++) values[basic[place]!]! -= step * column[place]!
    values[variable]! += step
    values[gone] = end
    const pressed = reduced[variable]! / slopes[variable]!
    for (let index = 0; index < moving; index++) {
      const other = movable[index]!
      if (!isBasic[other]) reduced[other]! -= pressed * slopes[other]!
    }
    reduced[variable] = 0
    reduced[gone] = -pressed
    for (let row = 0; row < rules; row++) inverse[at * rules + row]! /= turn
    for (let place = 0; place < rules; place++) {
      const times = column[place]!
      if (place === at || times === 0) continue
      for (let row = 0; row < rules; row++) inverse[place * rules + row]! -= times * inverse[at * rules + row]!
    }
    isBasic[gone] = 0
    isBasic[variable] = 1
    basic[at] = variable
    pivots++
  }
  return {
    weigh: weights => costs.set(weights),
    limit: (type, least, most) => {
      lower[type] = least
      upper[type] = most
    },
    solve,
    seats: values.subarray(0, many),
    reduced: reduced.subarray(0, many),
    bound: () => {
      price()
      return bound()
    },
  }
}
