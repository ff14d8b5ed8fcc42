export interface WeightedOrder {
  /** Ranks by option, 1 for the favourite; options left out come after all the others. */
  readonly ranks: Readonly<Record<string, number>>
  readonly times: number
}
export interface SchulzeResult {
  /** Best first; options that the method does not tell apart share a place. */
  readonly order: readonly (readonly number[])[]
  /** Ballots that prefer the option of the row to that of the column, in the order of `options`. */
  readonly preferred: readonly (readonly number[])[]
  /** Strength of the strongest path from row to column: that of its closest duel, in ballots of its winner. */
  readonly paths: readonly (readonly number[])[]
}

/** The method of Schulze, by winning votes (Markus Schulze, 2011). The result does not depend on the order of ballots or options. */
export const schulze = (options: readonly number[], orders: readonly WeightedOrder[]): SchulzeResult => {
  const preferred = options.map(row => options.map(column => preferring(orders, row, column)))
  const at = (matrix: readonly (readonly number[])[], i: number, j: number) => matrix[i]?.[j] ?? 0
  const paths = preferred.map((line, i) => line.map((votes, j) => (votes > at(preferred, j, i) ? votes : 0)))
  for (const k of options.keys())
    for (const i of options.keys())
      for (const j of options.keys())
        if (i !== j && i !== k && j !== k) paths[i]![j] = Math.max(at(paths, i, j), Math.min(at(paths, i, k), at(paths, k, j)))
  const beats = (i: number, j: number) => at(paths, i, j) > at(paths, j, i)
  const order: number[][] = []
  let left = [...options.keys()]
  while (left.length > 0) {
    const unbeaten = left.filter(one => !left.some(other => beats(other, one)))
    order.push(unbeaten.map(one => options[one]!).toSorted((a, b) => a - b))
    left = left.filter(one => !unbeaten.includes(one))
  }
  return { order, preferred, paths }
}

const preferring = (orders: readonly WeightedOrder[], row: number, column: number) =>
  orders.reduce((sum, { ranks, times }) => sum + (rankOf(ranks, row) < rankOf(ranks, column) ? times : 0), 0)

const rankOf = (ranks: Readonly<Record<string, number>>, option: number) => ranks[String(option)] ?? Infinity
