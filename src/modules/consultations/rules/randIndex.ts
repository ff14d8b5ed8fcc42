interface Grouped {
  readonly id: string
  readonly group: number
}

/** Adjusted Rand index (Hubert and Arabie, 1985) of two groupings, over those who are in both: 1, the same; 0, no more alike than by luck. */
export const randIndex = (one: readonly Grouped[], other: readonly Grouped[]): number | null => {
  const groupIn = new Map(other.map(({ id, group }) => [id, group]))
  const cells = new Map<string, number>()
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()]
  let total = 0
  for (const { id, group } of one) {
    const there = groupIn.get(id)
    if (there === undefined) continue
    total += 1
    cells.set(`${group} ${there}`, (cells.get(`${group} ${there}`) ?? 0) + 1)
    rows.set(group, (rows.get(group) ?? 0) + 1)
    columns.set(there, (columns.get(there) ?? 0) + 1)
  }
  if (total === 0) return null
  const together = pairs(cells.values())
  const expected = (pairs(rows.values()) * pairs(columns.values())) / pairs([total])
  const most = (pairs(rows.values()) + pairs(columns.values())) / 2
  return most === expected || total === 1 ? 1 : (together - expected) / (most - expected)
}

const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
