import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { type Chunks, type PolisRead, type PolisSummary, read } from './files.ts'
import { recordsOf } from './records.ts'

/** Reads summary.csv: one name and one value a line, without a header. */
export const readPolisSummary = (chunks: Chunks): Promise<PolisRead<PolisSummary>> =>
  read(async () => {
    const lines: [string, string][] = []
    for await (const { fields } of recordsOf(chunks)) lines.push([fields[0] ?? '', fields.slice(1).join(',')])
    return lines
  })

/** Writes summary.csv. */
export const writePolisSummary = (summary: PolisSummary): Readable =>
  Readable.from(summary.map(line => [...line])).pipe(stringify({ record_delimiter: '\n' }))
