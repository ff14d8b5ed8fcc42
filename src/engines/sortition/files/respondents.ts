import { stringify } from 'csv-stringify/sync'
import type { Quota, Respondent } from '../pool.ts'
import { type FileRead, readCsv, wrong } from './readCsv.ts'

export interface RespondentsOptions {
  /** Column that names each person; absent, they are numbered from 1. */
  readonly id?: string
  /** Columns that together are an address that only one may come from. */
  readonly address?: readonly string[]
}

/** The people who answered, with one column per category; other columns are ignored. Every value must be one of its category's. */
export const readRespondents = (
  text: string,
  quotas: readonly Quota[],
  { id, address = [] }: RespondentsOptions = {},
): FileRead<readonly Respondent[]> => {
  const table = readCsv(text)
  if (!table.ok) return table
  const { columns, rows } = table.value
  const features = Map.groupBy(quotas, ({ category }) => category)
  for (const column of [...features.keys(), ...(id === undefined ? [] : [id]), ...address])
    if (!columns.includes(column)) return wrong({ kind: 'column', column })
  if (rows.length === 0) return wrong({ kind: 'empty' })
  const seen = new Set<string>()
  const people: Respondent[] = []
  for (const [at, { line, values }] of rows.entries()) {
    const name = id === undefined ? String(at + 1) : (values[id] ?? '')
    if (name === '') return wrong({ kind: 'value', line, column: id ?? '', text: name })
    if (seen.has(name)) return wrong({ kind: 'repeated', line, text: name })
    seen.add(name)
    const held: Record<string, string> = {}
    for (const [category, possible] of features) {
      const given = values[category] ?? ''
      const known = possible.find(({ feature }) => feature === given) ?? possible.find(({ feature }) => sameWord(feature, given))
      if (!known) return wrong({ kind: 'unknown', line, column: category, text: given })
      held[category] = known.feature
    }
    const home = address.map(column => (values[column] ?? '').toLocaleLowerCase('fr').replace(/\s+/gu, ' ')).join(' | ')
    people.push({ id: name, features: held, ...(home.replaceAll(/[ |]/gu, '') !== '' && { address: home }) })
  }
  return { ok: true, value: people }
}

const sameWord = (a: string, b: string) => a.localeCompare(b, 'fr', { sensitivity: 'accent' }) === 0

/** One line per person: who, then the categories in the order of the quotas. */
export const writeRespondents = (quotas: readonly Quota[], people: readonly Respondent[]): string => {
  const categories = [...new Set(quotas.map(({ category }) => category))]
  return stringify(
    people.map(({ id, features }) => [id, ...categories.map(category => features[category] ?? '')]),
    { header: true, columns: ['nationbuilder_id', ...categories], escape_formulas: true },
  )
}
