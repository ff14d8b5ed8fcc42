import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/clock'
import type { Delay } from './charter.ts'
import { delayKept, earliestMeeting, latestConvening } from './delayKept.ts'

const days = (n: number): Delay => ({ kind: 'days', n, carriedOver: false })
const clear = (n: number, carriedOver = false): Delay => ({ kind: 'clear-days', n, carriedOver })
const working = (n: number): Delay => ({ kind: 'working-days', n, carriedOver: false })

describe('is the convening early enough?', () => {
  test.each([
    // sent          held          delay            kept   earliest      why
    ['2026-03-03', '2026-03-09', clear(5), true, '2026-03-09', 'Wednesday to Sunday are five full days: Monday is lawful (Sundays count)'],
    ['2026-03-04', '2026-03-09', clear(5), false, '2026-03-10', 'one day short'],
    ['2026-03-03', '2026-03-09', clear(5, true), false, '2026-03-10', 'a charter that carries a Sunday over to the next working day'],
    [
      '1989-12-21',
      '1989-12-26',
      clear(3),
      true,
      '1989-12-25',
      'Council of State, 13 October 1993: a Saturday, a Sunday and Christmas lie within',
    ],
    ['2026-04-24', '2026-04-28', clear(3), true, '2026-04-28', 'a village: 25, 26 and 27 are clear'],
    ['2026-04-25', '2026-04-28', clear(3), false, '2026-04-29', 'a village, sent one day later'],
    ['2028-02-26', '2028-03-02', clear(4), true, '2028-03-02', 'a leap year: 27, 28, 29 and 1 March'],
    ['2027-02-26', '2027-03-02', clear(4), false, '2027-03-03', 'no leap year: only three full days'],
    ['2026-12-29', '2027-01-02', clear(3), true, '2027-01-02', 'over the new year'],
    ['2026-03-02', '2026-03-03', clear(1), false, '2026-03-04', 'urgency: one clear day'],
    ['2026-03-02', '2026-03-09', days(7), true, '2026-03-09', 'a week before, meeting day included'],
    ['2026-03-03', '2026-03-09', days(7), false, '2026-03-10', 'six days before'],
    ['2026-03-03', '2026-03-03', days(0), true, '2026-03-03', 'a charter without delay'],
    ['2026-04-30', '2026-05-07', working(3), true, '2026-05-07', '1 May and the week-end do not count: 4, 5 and 6 do'],
    ['2026-04-30', '2026-05-06', working(3), false, '2026-05-07', 'only 4 and 5 count'],
    ['2026-05-12', '2026-05-18', working(2), true, '2026-05-16', 'Ascension (14) does not count: 13 and 15 do'],
    ['2026-03-05', '2026-03-03', days(0), false, '2026-03-05', 'sent after the meeting'],
  ] as const)('sent %s, held %s', (sent, held, delay, kept, earliest, why) => {
    const count = delayKept(sent, held, delay)
    expect({ kept: count.kept, earliest: count.earliest }, why).toEqual({ kept, earliest })
  })

  test('the count can be read day by day', () => {
    expect(delayKept('2026-03-03', '2026-03-09', clear(5)).counted).toEqual([
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
    ])
    expect(delayKept('2026-12-24', '2026-12-29', working(1), 'alsace-moselle').counted).toEqual(['2026-12-28'])
  })
})

const anyDelay = fc.record({
  kind: fc.constantFrom('days', 'clear-days', 'working-days'),
  n: fc.integer({ min: 0, max: 20 }),
  carriedOver: fc.boolean(),
}) as fc.Arbitrary<Delay>
const anyDay = fc.integer({ min: 0, max: 12_000 }).map(n => addDays('2020-01-01', n))

test('the earliest day is kept, and the day before it is not', () => {
  fc.assert(
    fc.property(anyDay, anyDelay, (sent, delay) => {
      const earliest = earliestMeeting(sent, delay)
      expect(delayKept(sent, earliest, delay).kept).toBe(true)
      expect(delayKept(sent, addDays(earliest, -1), delay).kept).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('the latest convening is kept, and the day after it is not', () => {
  fc.assert(
    fc.property(anyDay, anyDelay, (held, delay) => {
      const latest = latestConvening(held, delay)
      expect(delayKept(latest, held, delay).kept).toBe(true)
      expect(delayKept(addDays(latest, 1), held, delay).kept).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('a clear or working delay leaves at least its n counted days', () => {
  fc.assert(
    fc.property(anyDay, anyDelay, (sent, delay) => {
      expect(delayKept(sent, earliestMeeting(sent, delay), delay).counted.length).toBeGreaterThanOrEqual(delay.n)
    }),
    { numRuns: 200 },
  )
})
