import type { OneWayTable } from '../types.ts'
import type { Margin } from './rake.ts'

/**
 * Who answered compared with who lives here, along one dimension: the published table of that question against the population.
 * Answers put together stay together. `answered` and `here` are parts, 0 to 1.
 */
export const answeredAgainst = (
  table: OneWayTable,
  margin: Margin,
): readonly { readonly codes: readonly string[]; readonly answered: number; readonly here: number; readonly count: number }[] => {
  const here = new Map(margin.categories.map(({ code, count }) => [code, count]))
  const total = margin.categories.reduce((all, { count }) => all + count, 0)
  if (!(total > 0)) throw new Error(`Nobody lives along ${margin.dimension}.`)
  return table.rows.map(({ codes, count }) => ({
    codes,
    count,
    answered: table.base > 0 ? count / table.base : 0,
    here: codes.reduce((all, code) => all + (here.get(code) ?? 0), 0) / total,
  }))
}
