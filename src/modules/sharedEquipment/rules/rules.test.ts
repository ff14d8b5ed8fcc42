import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differencesBetween, type Found, mayComeBack, readParts, unitsUsed, writeParts } from './inspection.ts'
import { licenceFits, priorityOf } from './priority.ts'
import { canClose, earliestLeave, Key, keyOf, type Terms, type Version, versionOfYear, versionOn } from './terms.ts'

const found = (given: Partial<Found>): Found => ({ at: '2026-05-02T08:00:00.000Z', parts: [], counter: null, fuel: null, ...given })
const parts = (tables: number, cloth: 'fine' | 'worn' | 'damaged') => [
  { name: 'Tables', count: tables, state: 'fine' as const, note: '' },
  { name: 'Bâche', count: 1, state: cloth, note: 'accroc' },
]

test('two tables missing, a torn sheet, a quarter of a tank: said part by part', () => {
  const out = found({ parts: parts(10, 'fine'), fuel: 8 })
  const back = found({ parts: parts(8, 'damaged'), fuel: 6 })
  expect(differencesBetween(out, back)).toEqual([
    { kind: 'missing', part: 'Tables', count: 2 },
    { kind: 'state', part: 'Bâche', from: 'fine', to: 'damaged', note: 'accroc' },
    { kind: 'fuel', eighths: 2 },
  ])
  expect(differencesBetween(out, out)).toEqual([])
})

test.each([
  ['km', { counter: 1000 }, { counter: 1124 }, 124],
  ['hour', { counter: 40 }, { counter: 40 }, 0],
  ['km', { counter: 1000 }, {}, null],
  ['use', {}, {}, 1],
  ['day', { at: '2026-05-02T08:00:00.000Z' }, { at: '2026-05-02T18:00:00.000Z' }, 1],
  ['day', { at: '2026-05-02T08:00:00.000Z' }, { at: '2026-05-04T08:00:01.000Z' }, 3],
] as const)('%s: from %j to %j, %s units', (unit, out, back, units) => expect(unitsUsed(unit, found(out), found(back))).toBe(units))

test('nothing comes back before it left, nor with a counter that turned back or that nobody read', () => {
  const out = found({ counter: 500 })
  expect(mayComeBack('km', out, found({ counter: 499 }))).toBe('counter')
  expect(mayComeBack('km', out, found({}))).toBe('no-counter')
  expect(mayComeBack('day', out, found({ at: '2026-05-01T08:00:00.000Z' }))).toBe('before')
  expect(mayComeBack('km', out, found({ counter: 500 }))).toBeNull()
})

test('the list of what is included is read as people type it, and written again', () => {
  expect(readParts('Tables ; 10\n4 bancs\nBâche: 1\nPiquets x 24')).toEqual([
    { name: 'Tables', count: 10 },
    { name: 'bancs', count: 4 },
    { name: 'Bâche', count: 1 },
    { name: 'Piquets', count: 24 },
  ])
  expect(readParts('Tables')).toBeNull()
  expect(readParts('Tables ; 2\nTables ; 3')).toBeNull()
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-zà-ü][a-zà-ü ']{0,30}[a-zà-ü]$/), { maxLength: 10 }), names => {
      const list = names.map((name, at) => ({ name, count: at + 1 }))
      expect(readParts(writeParts(list))).toEqual(list)
    }),
  )
})

test('schools, then social action, then associations, then the rest', () => {
  expect((['town', 'association', 'school', 'social'] as const).toSorted((a, b) => priorityOf(a) - priorityOf(b))).toEqual([
    'school',
    'social',
    'association',
    'town',
  ])
})

test.each([
  ['B', 9, true],
  ['B', 10, false],
  ['D1', 16, true],
  ['', null, true],
  ['BE', 12, false],
] as const)('licence %s with %s seats: %s', (licence, seats, fits) => expect(licenceFits(licence, seats, 9)).toBe(fits))

const member = (body: number) => ({
  body,
  slug: `m${body}`,
  name: `M${body}`,
  population: 10,
  populationOn: '2024-01-01',
  populationSource: '',
})
const terms: Terms = {
  members: [member(1), member(2)],
  key: { use: 1000, population: 0, equal: 0 },
  itemKeys: { 3: { use: 0, population: 0, equal: 1000 } },
  lead: 1,
  noticeMonths: 6,
  contestDays: 15,
  instalments: 2,
  keeping: '',
  insurance: '',
  leaving: '',
  settledBy: '',
}
const version = (number: number, startsOn: string, deliberated: number[]): Version => ({
  id: String(number),
  number,
  startsOn,
  endsOn: '2030-12-31',
  terms,
  deliberated,
})

test('a version holds once every member deliberated, and never for a year that had begun', () => {
  const versions = [version(1, '2024-03-01', [1, 2]), version(2, '2025-06-01', [1, 2]), version(3, '2026-01-01', [1])]
  expect(versionOn(versions, '2024-02-28')).toBeNull()
  expect(versionOn(versions, '2026-05-01')?.number).toBe(2)
  expect([2023, 2024, 2025, 2026].map(year => versionOfYear(versions, year)?.number ?? null)).toEqual([null, 1, 1, 2])
  expect(versionOn(versions, '2031-01-01')).toBeNull()
})

test('the key of an item, or that of the whole; weights add up to 1000 or are refused', () => {
  expect(keyOf(terms, '3').equal).toBe(1000)
  expect(keyOf(terms, '4').use).toBe(1000)
  expect(Key.safeParse({ use: 500, population: 499, equal: 0 }).success).toBe(false)
})

test.each([
  ['2026-03-10', 6, '2026-12-31'],
  ['2026-07-01', 6, '2027-12-31'],
  ['2026-12-31', 0, '2026-12-31'],
])('leaving said on %s with %i months of notice: not before %s', (today, months, day) => expect(earliestLeave(today, months)).toBe(day))

const statement = { contestUntil: '2026-02-15', openContests: 0, approvedBy: [1, 2] }
test.each([
  ['2026-02-16', {}, null],
  ['2026-02-15', {}, 'still-open'],
  ['2026-02-16', { statement: null }, 'not-published'],
  ['2026-02-16', { statement: { ...statement, openContests: 1 } }, 'contest-open'],
  ['2026-02-16', { statement: { ...statement, approvedBy: [1] } }, 'not-approved'],
  ['2026-02-16', { isClosed: true }, 'already-closed'],
  ['2025-12-31', { statement: { ...statement, contestUntil: '2025-12-01' } }, 'year-running'],
])('closing 2025 on %s %j: %s', (today, given, because) => {
  const verdict = canClose({ today, year: 2025, isClosed: false, statement, members: [1, 2], ...given })
  expect(verdict.ok ? null : verdict.because).toBe(because)
})
