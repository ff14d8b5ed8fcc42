import { stringify } from 'csv-stringify/sync'
import type { Quota } from '../pool.ts'
import { type CsvRow, type FileRead, readCsv, wrong } from './readCsv.ts'

/** Titles that the tools of the Sortition Foundation have used: `feature,value` today, `category,feature` or `category,name` before. */
const titles = [
  ['feature', 'value'],
  ['category', 'feature'],
  ['category', 'name'],
  ['feature', 'name'],
] as const

/** The categories of a panel: `feature,value,min,max[,min_flex,max_flex]` or one of the older titles. */
export const readCategories = (text: string): FileRead<readonly Quota[]> => {
  const table = readCsv(text)
  if (!table.ok) return table
  const { columns, rows } = table.value
  const named = titles.find(pair => pair.every(title => columns.includes(title)))
  for (const column of [...(named ?? titles[1]), 'min', 'max']) if (!columns.includes(column)) return wrong({ kind: 'column', column })
  if (!named || rows.length === 0) return wrong({ kind: 'empty' })
  const [category, feature] = named
  const quotas: Quota[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const numbers = numbersOf(row, columns)
    if (!numbers.ok) return numbers
    const { min, max } = numbers.value
    if (min > max) return wrong({ kind: 'crossed', line: row.line, min, max })
    const quota = { category: row.values[category] ?? '', feature: row.values[feature] ?? '', ...numbers.value }
    for (const column of [category, feature])
      if (!row.values[column]) return wrong({ kind: 'value', line: row.line, column, text: row.values[column] ?? '' })
    const name = JSON.stringify([quota.category, quota.feature])
    if (seen.has(name)) return wrong({ kind: 'repeated', line: row.line, text: `${quota.category}, ${quota.feature}` })
    seen.add(name)
    quotas.push(quota)
  }
  return { ok: true, value: quotas }
}

const numbersOf = (row: CsvRow, columns: readonly string[]): FileRead<{ min: number; max: number; minFlex?: number; maxFlex?: number }> => {
  const values: Record<string, number> = {}
  for (const column of ['min', 'max', 'min_flex', 'max_flex'].filter(name => columns.includes(name))) {
    const text = row.values[column] ?? ''
    if (text === '' && column.endsWith('flex')) continue
    if (!/^\d{1,6}$/u.test(text)) return wrong({ kind: 'value', line: row.line, column, text })
    values[column] = Number(text)
  }
  const { min = 0, max = 0, min_flex: minFlex, max_flex: maxFlex } = values
  return { ok: true, value: { min, max, ...(minFlex !== undefined && { minFlex }), ...(maxFlex !== undefined && { maxFlex }) } }
}

/** The same file again, with today's titles. */
export const writeCategories = (quotas: readonly Quota[]): string =>
  stringify(
    quotas.map(({ category, feature, min, max, minFlex, maxFlex }) => [category, feature, min, max, minFlex ?? '', maxFlex ?? '']),
    { header: true, columns: ['feature', 'value', 'min', 'max', 'min_flex', 'max_flex'], escape_formulas: false },
  )
