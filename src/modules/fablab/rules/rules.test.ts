import { isLow } from './isLow.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categories } from './categories.ts'
import { barriers, ordsColumns, ordsRow, readOrds, type Repair, repairStatuses } from './ords.ts'
import { references, saved } from './saved.ts'

const header = [...ordsColumns]
const row = (changes: Partial<Record<(typeof ordsColumns)[number], string>> = {}) => {
  const usual = {
    id: 'atelier-1',
    data_provider: 'Atelier',
    country: 'FRA',
    partner_product_category: 'Grille-pain',
    product_category: 'Toaster',
    product_category_id: '31',
    brand: 'Unknown',
    year_of_manufacture: '2012',
    product_age: '14',
    repair_status: 'Fixed',
    repair_barrier_if_end_of_life: '',
    group_identifier: 'Repair café',
    event_date: '2026-11-14',
    problem: 'Ne chauffe plus',
    ...changes,
  }
  return header.map(column => usual[column])
}

test.each([
  [{}, null],
  [{ id: 'rctoronto_12' }, null],
  [{ product_age: '3.5', year_of_manufacture: '' }, null],
  [{ repair_status: 'End of life', repair_barrier_if_end_of_life: 'Too worn out' }, null],
  [{ id: 'Atelier 1' }, 'id'],
  [{ country: 'France' }, 'country'],
  [{ product_category_id: '41' }, 'category'],
  [{ product_category: 'Kettle' }, 'category-name'],
  [{ year_of_manufacture: '12' }, 'year'],
  [{ product_age: 'vieux' }, 'age'],
  [{ repair_status: 'Réparé' }, 'status'],
  [{ repair_status: 'End of life', repair_barrier_if_end_of_life: 'Rust' }, 'barrier'],
  [{ repair_barrier_if_end_of_life: 'Too worn out' }, 'barrier-without-end'],
  [{ event_date: '2026-02-30' }, 'date'],
])('the row %o is refused for: %s', (changes, reason) => {
  const { repairs, bad } = readOrds(header, [row(), row({ id: 'atelier-2', ...changes })])
  expect(bad.map(one => [one.line, one.reason])).toEqual(reason === null ? [] : [[3, reason]])
  expect(repairs).toHaveLength(reason === null ? 2 : 1)
})

test('a missing column, or a row given twice, is said', () => {
  expect(readOrds(header.slice(1), []).bad).toEqual([{ line: 1, column: 'id', value: '', reason: 'missing-column' }])
  expect(readOrds(header, [row(), row()]).bad).toMatchObject([{ line: 3, reason: 'twice' }])
})

const words = fc.stringMatching(/^[A-Za-zé ]{0,20}$/).map(text => text.trim())
const repair: fc.Arbitrary<Repair> = fc
  .record({
    id: fc.nat(9999).map(n => `valsuryvette-${n}`),
    provider: words,
    country: fc.constantFrom('FRA', 'BEL'),
    what: words,
    category: fc.constantFrom(...categories.map(([id]) => id)),
    brand: words.filter(text => text !== 'Unknown'),
    year: fc.option(fc.integer({ min: 1900, max: 2026 })),
    age: fc.option(fc.integer({ min: 0, max: 99 })),
    status: fc.constantFrom(...repairStatuses),
    barrier: fc.constantFrom('' as const, ...barriers),
    group: words,
    on: fc.constantFrom('2026-01-31', '2024-02-29'),
    problem: words,
  })
  .map(one => ({ ...one, barrier: one.status === 'End of life' ? one.barrier : ('' as const) }))

test('what is exported is read again as it was, whatever was repaired', () => {
  fc.assert(
    fc.property(fc.uniqueArray(repair, { selector: one => one.id }), repairs => {
      const rows = repairs.map(one => Object.values(ordsRow(one)))
      expect(readOrds(header, rows)).toEqual({ repairs, bad: [] })
    }),
  )
})

test('only what was fixed is saved; a weight on the scale prevails; what has no reference is counted apart', () => {
  const fixed = (category: number, grams: number | null = null) => ({ category, status: 'Fixed', grams })
  expect(saved([fixed(31), fixed(31, 900), fixed(18), { category: 16, status: 'Repairable', grams: null }])).toEqual({
    fixed: 3,
    grams: references[31]!.grams + 900,
    gramsCo2e: references[31]!.gramsCo2e,
    unknown: 1,
  })
})

test.each([
  ['nobody follows it', null, 5, null, false],
  ['there is no mark', 0, null, null, false],
  ['above the mark', 6, 5, null, false],
  ['at the mark', 5, 5, null, true],
  ['more was noted than was there', -2, 5, null, true],
  ['no longer offered', 0, 5, '2026-12-01', false],
])('running out: %s', (_, stock, lowMark, retiredOn, low) => expect(isLow({ stock, lowMark, retiredOn })).toBe(low))
