import fc from 'fast-check'
import { expect, test } from 'vitest'
import { easterSunday, frenchHolidays, isWorkingDay } from './frenchHolidays.ts'

test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter %i', (year, day) => expect(easterSunday(year)).toBe(day))

test('Easter is a Sunday from 22 March to 25 April', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 4000 }), year => {
      const easter = easterSunday(year)
      expect(new Date(`${easter}T00:00:00Z`).getUTCDay()).toBe(0)
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true)
    }),
  )
})

test('the eleven holidays of 2026, and two more in Strasbourg', () => {
  expect(frenchHolidays(2026)).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
  expect(frenchHolidays(2026, 'alsace-moselle').filter(day => !frenchHolidays(2026).includes(day))).toEqual(['2026-04-03', '2026-12-26'])
})

test.each([
  ['2026-04-06', false],
  ['2026-04-07', true],
  ['2026-04-11', false],
  ['2026-04-03', true],
])('%s is a working day: %s', (day, works) => expect(isWorkingDay(day)).toBe(works))

test('when Ascension falls on 1 May there are ten holidays', () => expect(frenchHolidays(2008)).toHaveLength(10))
