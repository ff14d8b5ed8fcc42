import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { ordsColumns, ordsRow, readOrds } from '../src/modules/fablab/rules/ords.ts'
import { referenceFiles } from './data.ts'

// Files of partners of the Open Repair Alliance (openrepair/data, partners/, CC BY-SA 4.0).
const files = referenceFiles('openrepair', '.csv')

if (files.length === 0) test.todo('files of openrepair/data, under openrepair/')

test.each(files)('every row of $name is taken or reported with its line, and what is taken leaves as it came', ({ name, path }) => {
  const cells: string[][] = parse(readFileSync(path, 'utf8'), { bom: true, relax_column_count: true, skip_empty_lines: true })
  const { repairs, bad } = readOrds(cells[0] ?? [], cells.slice(1))
  const reasons = Object.entries(Object.groupBy(bad, one => one.reason)).map(([reason, lines]) => `${reason}: ${lines!.length}`)
  console.log(`${name}: ${repairs.length} taken, ${bad.length} reported (${reasons.join(', ') || 'none'})`)
  expect(repairs.length + bad.length).toBe(cells.length - 1)
  expect(repairs.length).toBeGreaterThan(0)
  const again = readOrds(
    [...ordsColumns],
    repairs.map(one => Object.values(ordsRow(one))),
  )
  expect(again.bad).toEqual([])
  expect(again.repairs.length).toBe(repairs.length)
})
