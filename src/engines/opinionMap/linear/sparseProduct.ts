import type { VoteTable } from '../votes.ts'
import { type BlockProduct, blockWidth } from './block.ts'

/**
 * The product by the scatter matrix without ever writing it: each participant's centred votes, twice. Its cost follows
 * the votes alone, so it serves when there are thousands of statements or participants who answer hundreds of them.
 */
export const sparseProduct =
  (table: VoteTable, means: Float64Array): BlockProduct =>
  x => {
    const y = new Float64Array(x.length)
    const { starts, columns, votes } = table
    for (let person = 0; person < table.participants.length; person++) {
      const begin = starts[person]!
      const end = starts[person + 1]!
      let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
      for (let at = begin; at < end; at++) {
        const statement = columns[at]!
        const value = votes[at]! - means[statement]!
        const from = statement * blockWidth
        a += value * x[from]!
        b += value * x[from + 1]!
        c += value * x[from + 2]!
        d += value * x[from + 3]!
        e += value * x[from + 4]!
        f += value * x[from + 5]!
        g += value * x[from + 6]!
        h += value * x[from + 7]!
      }
      for (let at = begin; at < end; at++) {
        const statement = columns[at]!
        const value = votes[at]! - means[statement]!
        const to = statement * blockWidth
        y[to]! += value * a
        y[to + 1]! += value * b
        y[to + 2]! += value * c
        y[to + 3]! += value * d
        y[to + 4]! += value * e
        y[to + 5]! += value * f
        y[to + 6]! += value * g
        y[to + 7]! += value * h
      }
    }
    return y
  }
