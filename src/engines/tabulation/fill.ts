import type { Figure, Group, TableOfFigures } from './figures.ts'
import { wilson } from './rules/intervals.ts'
import type { CrossCell, Plan, PublishedTable, Share } from './types.ts'

type Known = (on: Figure['on']) => { readonly count: number; readonly mass: number } | null
interface How {
  readonly plan: Plan
  readonly designEffect: number
  readonly weighted: boolean
}

/** Draws a table from figures; `known` gives null for one that is hidden, and nothing is computed from a hidden one. */
export const fill = (
  { id, question, by, rows, columns, hidden }: TableOfFigures,
  known: Known,
  answeredOf: (variable: string) => readonly boolean[],
  { plan, designEffect, weighted }: How,
): PublishedTable => {
  const all = { variable: question, within: answeredOf(question) }
  const shares = (part: ReturnType<Known>, whole: ReturnType<Known>): { answered: Share | null; weighted: Share | null } => {
    if (!part || !whole || whole.count === 0) return { answered: null, weighted: null }
    return {
      answered: wilson(part.count / whole.count, whole.count, 1, plan.universe ?? null),
      weighted: weighted && whole.mass > 0 ? rounded(part.mass / whole.mass, whole.count) : null,
    }
  }
  // Weighted figures say something of other tables: to the percent, and with one design effect for all.
  const rounded = (share: number, base: number): Share => {
    const { low, high, ...part } = wilson(Math.round(share * 100) / 100, base, designEffect, plan.universe ?? null)
    return { ...part, low: Math.round(low * 100) / 100, high: Math.round(high * 100) / 100 }
  }

  if (by === null) {
    const base = known([all])
    return {
      kind: 'one-way',
      id,
      question,
      base: base?.count ?? 0,
      rows: rows.map(({ codes, within }) => {
        const row = known([{ variable: question, within }])
        return { codes, count: row?.count ?? 0, ...shares(row, base) }
      }),
      hidden,
    }
  }
  const groups = columns.map(({ codes, within }) => ({ codes, on: { variable: by, within } }))
  const bases = groups.map(({ on }) => known([all, on]))
  const cell = (row: Group, at: number): CrossCell => {
    const group = groups[at]
    const count = group ? known([{ variable: question, within: row.within }, group.on]) : null
    return { count: count?.count ?? null, ...shares(count, bases[at] ?? null) }
  }
  const drawn = rows.map(row => ({
    codes: row.codes,
    total:
      known([
        { variable: question, within: row.within },
        { variable: by, within: answeredOf(by) },
      ])?.count ?? null,
    cells: groups.map((_, at) => cell(row, at)),
  }))
  const heads = groups.map(({ codes }, at) => ({ codes, base: bases[at]?.count ?? null }))
  const missing = [...heads.map(({ base }) => base), ...drawn.flatMap(({ total, cells }) => [total, ...cells.map(({ count }) => count)])]
  return { kind: 'crossing', id, question, by, columns: heads, rows: drawn, hidden: missing.filter(figure => figure === null).length }
}
