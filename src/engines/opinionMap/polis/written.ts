import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'

type Cell = string | number | null

/** A CSV file as Polis writes them: a header, quotes where they are needed, lines ended by one line feed. */
export const written = <Row>(
  header: readonly string[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  cells: (row: Row) => readonly Cell[],
): Readable => Readable.from(recordsOf(header, rows, cells)).pipe(stringify({ record_delimiter: '\n' }))

async function* recordsOf<Row>(
  header: readonly string[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  cells: (row: Row) => readonly Cell[],
): AsyncGenerator<readonly Cell[]> {
  yield header
  for await (const row of rows) yield cells(row)
}
