import type { Counts } from './counts.ts'

export interface SheetEntry {
  /** 1 and 2: the two entries; 3: what was settled between them. */
  readonly turn: number
  readonly counts: Counts
  /** Who keyed it in; null once erased. */
  readonly by: string | null
  readonly reason: string
}

/** What a sheet is taken to say: two entries that agree, or a third that settles. Null while it is neither. */
export const settledCounts = (entries: readonly SheetEntry[]): Counts | null => {
  const turn = (n: number) => entries.find(entry => entry.turn === n)?.counts
  const third = turn(3)
  if (third) return third
  const [first, second] = [turn(1), turn(2)]
  return first && second && differences(first, second).length === 0 ? first : null
}

/** Where two entries of one sheet differ: a question (0 for the sheet itself), a cell, and both figures. */
export interface Difference {
  readonly question: number
  /** `ballots`, `invalid`, `blank`, a cell, or a ranking. */
  readonly cell: string
  readonly first: number
  readonly second: number
}
export const differences = (first: Counts, second: Counts): readonly Difference[] => {
  const found: Difference[] = []
  const compare = (question: number, cell: string, a: number, b: number) => {
    if (a !== b) found.push({ question, cell, first: a, second: b })
  }
  compare(0, 'ballots', first.ballots, second.ballots)
  compare(0, 'invalid', first.invalid, second.invalid)
  first.questions.forEach((one, at) => {
    const other = second.questions[at]
    if (!other) return
    compare(at + 1, 'blank', one.blank, other.blank)
    for (const cell of [...new Set([...Object.keys(one.cells), ...Object.keys(other.cells)])].toSorted())
      compare(at + 1, cell, one.cells[cell] ?? 0, other.cells[cell] ?? 0)
    const [orders, others] = [ordersIn(one.orders), ordersIn(other.orders)]
    for (const order of [...new Set([...orders.keys(), ...others.keys()])].toSorted())
      compare(at + 1, order, orders.get(order) ?? 0, others.get(order) ?? 0)
  })
  return found
}

/** Rankings as one writes them: `1 > 3 = 2`. */
const ordersIn = (orders: Counts['questions'][number]['orders']): ReadonlyMap<string, number> =>
  new Map(orders.map(({ ranks, times }) => [writtenOrder(ranks), times]))

/** A ranking as one writes it, best first: `2 > 1 = 3`. */
export const writtenOrder = (ranks: Readonly<Record<string, number>>): string => {
  const byRank = Map.groupBy(Object.entries(ranks), ([, rank]) => rank)
  return [...byRank]
    .toSorted(([a], [b]) => a - b)
    .map(([, options]) =>
      options
        .map(([option]) => Number(option))
        .toSorted((a, b) => a - b)
        .join(' = '),
    )
    .join(' > ')
}
