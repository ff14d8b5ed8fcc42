import type { Compiled } from './compile.ts'
import type { Test } from './variable.ts'
import { type Group, questionNamed, type TableOfFigures } from './figures.ts'
import { wilson } from './rules/intervals.ts'
import type { CrossCell, Plan, PublishedTable, Share } from './types.ts'

/** A figure that may be shown; its mass is null when its weighted share may not. */
interface Shown {
  readonly count: number
  readonly mass: number | null
}
type Known = (on: readonly Test[]) => Shown | null
interface How {
  readonly plan: Plan
  readonly designEffect: number
  readonly weighted: boolean
}

/** Draws a table from figures; `known` gives null for one that is hidden, and nothing is computed from a hidden one. */
export const fill = (
  { id, question, by, rows, columns, hidden }: TableOfFigures,
  known: Known,
  compiled: Compiled,
  how: How,
): PublishedTable => {
  const { answered } = questionNamed(compiled, question)
  if (by === null) {
    const base = known([answered])
    const drawn = rows.map(({ codes, on }) => {
      const row = known([on])
      return { codes, count: row?.count ?? 0, ...shares(row, base, how) }
    })
    return { kind: 'one-way', id, question, base: base?.count ?? 0, rows: drawn, hidden }
  }
  const everyone = questionNamed(compiled, by).answered
  const bases = columns.map(({ on }) => known([answered, on]))
  const cell = (row: Group, column: Group, at: number): CrossCell => {
    const found = known([row.on, column.on])
    return { count: found?.count ?? null, ...shares(found, bases[at] ?? null, how) }
  }
  const drawn = rows.map(row => ({
    codes: row.codes,
    total: known([row.on, everyone])?.count ?? null,
    cells: columns.map((column, at) => cell(row, column, at)),
  }))
  const heads = columns.map(({ codes }, at) => ({ codes, base: bases[at]?.count ?? null }))
  const counts = [...heads.map(({ base }) => base), ...drawn.flatMap(({ total, cells }) => [total, ...cells.map(({ count }) => count)])]
  return { kind: 'crossing', id, question, by, columns: heads, rows: drawn, hidden: counts.filter(count => count === null).length }
}

const shares = (
  part: Shown | null,
  whole: Shown | null,
  { plan: { universe = null }, designEffect, weighted }: How,
): { answered: Share | null; weighted: Share | null } => {
  if (!part || !whole || whole.count === 0) return { answered: null, weighted: null }
  const answered = wilson(part.count / whole.count, whole.count, 1, universe)
  if (!weighted || part.mass === null || !whole.mass) return { answered, weighted: null }
  // A weighted share says something of other tables: to the percent, with one design effect for all.
  const share = toPercent(part.mass / whole.mass)
  const { low, high } = wilson(share, whole.count, designEffect, universe)
  return { answered, weighted: { share, low: toPercent(low), high: toPercent(high) } }
}

/** Rounds to the percent. */
export const toPercent = (share: number): number => Math.round(share * 100) / 100
