import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type Chunks, Unreadable } from './files.ts'

/** A line of a CSV file under its header: its fields in order, and one by its name. */
export type Line = { line: number; fields: readonly string[]; named: (column: string) => string }
export type Lines = { header: readonly string[]; has: (column: string) => boolean; lines: AsyncIterable<Line> }

/** The records of a file with a header, whatever the order of the columns and the ends of lines. @throws Unreadable */
export const linesOf = async (chunks: Chunks, needed: readonly string[]): Promise<Lines> => {
  const records = recordsOf(chunks)
  const first = await records.next()
  if (first.done) throw new Unreadable({ kind: 'empty' })
  const header = first.value.fields.map(name => name.trim())
  for (const column of needed) if (!header.includes(column)) throw new Unreadable({ kind: 'column', column })
  const placeOf = new Map(header.map((name, place) => [name, place]))
  return { header, has: column => placeOf.has(column), lines: namedLines(records, header.length, placeOf) }
}

type Record = { line: number; fields: readonly string[] }

async function* namedLines(records: AsyncIterable<Record>, expected: number, placeOf: ReadonlyMap<string, number>): AsyncGenerator<Line> {
  for await (const { line, fields } of records) {
    if (fields.length !== expected) throw new Unreadable({ kind: 'fields', line, expected, found: fields.length })
    yield { line, fields, named: column => fields[placeOf.get(column) ?? -1] ?? '' }
  }
}

/** Records with the number of their last line. */
export async function* recordsOf(chunks: Chunks): AsyncGenerator<Record> {
  const parser = Readable.from(chunks).pipe(parse({ bom: true, info: true, skip_empty_lines: true, relax_column_count: true }))
  try {
    for await (const { record, info } of parser) yield { line: info.lines, fields: record }
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable({ kind: 'quotes', line: Number(error.lines ?? 0) })
    throw error
  }
}

/** A whole number of at least 0. @throws Unreadable */
export const wholeNumber = ({ line, named }: Line, column: string): number => {
  const text = named(column)
  if (!/^\d{1,15}$/.test(text)) throw new Unreadable({ kind: 'value', line, column, text })
  return Number(text)
}

/** −1, 0 or 1. @throws Unreadable */
export const threeWay = (text: string, line: number, column: string): -1 | 0 | 1 => {
  if (text === '1') return 1
  if (text === '0') return 0
  if (text === '-1') return -1
  throw new Unreadable({ kind: 'value', line, column, text })
}

/** An identifier, which cannot be empty. @throws Unreadable */
export const identifier = ({ line, named }: Line, column: string): string => {
  const text = named(column)
  if (text === '') throw new Unreadable({ kind: 'value', line, column, text })
  return text
}

/** The columns that are not `known`. */
export const othersOf = (header: readonly string[], known: ReadonlySet<string>, { named }: Line) => {
  const names = header.filter(name => !known.has(name))
  return names.length > 0 ? { others: Object.fromEntries(names.map(name => [name, named(name)])) } : {}
}
