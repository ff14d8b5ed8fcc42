import { stringify } from 'csv-stringify'
import type { Contributor, OpenDataSet, World } from '#kernel/world'

/** The rows of a set, one by one; only the declared columns, in their order. */
export async function* recordsOf(
  set: OpenDataSet,
  world: World<any>,
  rooms: readonly Contributor[] = [],
): AsyncGenerator<Record<string, unknown>> {
  const names = Object.keys(set.columns)
  for await (const row of await set.rows(world, rooms)) yield Object.fromEntries(names.map(name => [name, row[name] ?? null]))
}

/** What begins like a formula and is none: a number below zero, a telephone number as ITU-T E.164 writes it. Digits alone run nothing. */
const harmless = { number: /^-?\d{1,30}(\.\d{1,30})?$/, telephone: /^\+\d{6,15}$/ }
/** A text that a spreadsheet would run begins with an apostrophe, unless it is what its column says that it is. */
export const guarded = (value: unknown, { type, format }: Pick<OpenDataSet['columns'][string], 'type' | 'format'>): unknown => {
  if (typeof value !== 'string' || !/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value)) return value
  const isWhatItSays =
    ((type === 'number' || type === 'integer') && harmless.number.test(value)) || (format === 'telephone' && harmless.telephone.test(value))
  return isWhatItSays ? value : `'${value}`
}

/** CSV (RFC 4180, UTF-8, comma), a line at a time, in constant memory. A cell that a spreadsheet would run is made harmless (`guarded`). */
export async function* csvOf(set: OpenDataSet, world: World<any>, rooms: readonly Contributor[] = []): AsyncGenerator<string> {
  const columns = Object.entries(set.columns)
  const lines = stringify({ header: true, columns: columns.map(([name]) => name), cast: { boolean: String } })
  const filling = (async () => {
    for await (const record of recordsOf(set, world, rooms))
      if (!lines.write(Object.fromEntries(columns.map(([name, column]) => [name, guarded(record[name], column)]))))
        await new Promise(resume => lines.once('drain', resume))
    lines.end()
  })()
  filling.catch((error: unknown) => lines.destroy(error instanceof Error ? error : new Error(String(error))))
  for await (const chunk of lines) yield String(chunk)
  await filling
}

/** A JSON array, one record a line. */
export async function* jsonOf(set: OpenDataSet, world: World<any>, rooms: readonly Contributor[] = []): AsyncGenerator<string> {
  let before = '[\n'
  for await (const record of recordsOf(set, world, rooms)) {
    yield before + JSON.stringify(record)
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** The data dictionary of a set. */
export const dictionaryOf = (set: OpenDataSet, locale: 'fr' | 'en') =>
  Object.entries(set.columns).map(([name, column]) => ({ name, type: column.type, description: column[locale] }))
