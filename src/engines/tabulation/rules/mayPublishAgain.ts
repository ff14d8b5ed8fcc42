import type { Publication, PublishedTable } from '../types.ts'

/** What may not follow a publication as it is: everything, or these tables, which stay as they were published. */
export interface Holding {
  readonly everything: boolean
  readonly held: readonly string[]
}

/**
 * Whoever subtracts one publication from the next counts the newcomers. So there must be none or at least `threshold` of them, and
 * each figure shown in both must be the same or differ by at least `threshold`; otherwise its table is held.
 */
export const mayPublishAgain = (previous: Publication, next: Publication): Holding => {
  const few = (before: number, after: number) => before !== after && Math.abs(after - before) < next.threshold
  const everything = few(previous.respondents, next.respondents)
  const before = new Map(previous.tables.map(table => [table.id, figuresOf(table)]))
  const held = next.tables.filter(table => {
    const known = before.get(table.id)
    return known && [...figuresOf(table)].some(([name, count]) => few(known.get(name) ?? count, count))
  })
  return { everything, held: everything ? next.tables.map(({ id }) => id) : held.map(({ id }) => id) }
}

const figuresOf = (table: PublishedTable): ReadonlyMap<string, number> => {
  const figures = new Map<string, number>()
  const add = (codes: readonly (readonly string[])[], count: number | null) =>
    count === null ? undefined : figures.set(JSON.stringify(codes), count)
  if (table.kind === 'one-way') {
    add([], table.base)
    for (const { codes, count } of table.rows) add([codes], count)
    return figures
  }
  for (const { codes, base } of table.columns) add([[], codes], base)
  for (const { codes, total, cells } of table.rows) {
    add([codes, []], total)
    cells.forEach(({ count }, at) => add([codes, table.columns[at]?.codes ?? []], count))
  }
  return figures
}
