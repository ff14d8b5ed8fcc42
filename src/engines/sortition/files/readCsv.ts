import { parse } from 'csv-parse/sync'

/** What is wrong with a file, and on which line (the first is 1); words are the caller's. */
export type FileProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'quotes'; readonly line: number }
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'fields'; readonly line: number; readonly expected: number; readonly found: number }
  | { readonly kind: 'value'; readonly line: number; readonly column: string; readonly text: string }
  | { readonly kind: 'crossed'; readonly line: number; readonly min: number; readonly max: number }
  | { readonly kind: 'repeated'; readonly line: number; readonly text: string }
  | { readonly kind: 'unknown'; readonly line: number; readonly column: string; readonly text: string }
export type FileRead<Content> = { readonly ok: true; readonly value: Content } | { readonly ok: false; readonly problem: FileProblem }

export interface CsvRow {
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}
export interface CsvTable {
  readonly columns: readonly string[]
  readonly rows: readonly CsvRow[]
}

export const wrong = (problem: FileProblem) => ({ ok: false, problem }) as const

/** A CSV file with a line of titles; comma or semicolon, spaces around values do not count. */
export const readCsv = (text: string): FileRead<CsvTable> => {
  const separator = (text.split(/\r?\n/u, 1)[0] ?? '').includes(';') ? ';' : ','
  const lines: { record: readonly string[]; line: number }[] = []
  try {
    parse(text, {
      bom: true,
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: readonly string[], { lines: line }) => void lines.push({ record, line }),
    })
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
    return wrong({ kind: 'quotes', line })
  }
  const [titles, ...rest] = lines
  if (!titles) return wrong({ kind: 'empty' })
  const rows: CsvRow[] = []
  for (const { record, line } of rest) {
    if (record.every(value => value === '')) continue
    if (record.length !== titles.record.length) return wrong({ kind: 'fields', line, expected: titles.record.length, found: record.length })
    rows.push({ line, values: Object.fromEntries(titles.record.map((title, at) => [title, record[at] ?? ''])) })
  }
  return { ok: true, value: { columns: titles.record, rows } }
}
