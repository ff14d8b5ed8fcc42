/**
 * Adjusted Rand index of two groupings of the same people (Hubert and Arabie 1985): 1 when they are the same whatever the
 * numbers of the groups, about 0 when they agree no more than by luck.
 */
export const adjustedRand = (left: readonly number[], right: readonly number[]): number => {
  const cells = new Map<string, number>()
  const rows = new Map<number, number>()
  const columns = new Map<number, number>()
  for (const [place, one] of left.entries()) {
    const other = right[place]!
    increment(cells, `${one} ${other}`)
    increment(rows, one)
    increment(columns, other)
  }
  const together = pairsOf(cells)
  const inLeft = pairsOf(rows)
  const inRight = pairsOf(columns)
  const expected = left.length > 1 ? (inLeft * inRight) / pairs(left.length) : 0
  const most = (inLeft + inRight) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}

const increment = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)

const pairs = (count: number) => (count * (count - 1)) / 2

const pairsOf = <Key>(counts: Map<Key, number>) => [...counts.values()].reduce((sum, count) => sum + pairs(count), 0)
