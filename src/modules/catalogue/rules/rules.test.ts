import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursOn, weekdayOf } from './hoursOn.ts'
import { readExceptions, writeException } from './readExceptions.ts'
import { readHours, sayHours } from './readHours.ts'

describe('hours as people write them', () => {
  test.each([
    [
      '9h-12h, 14h30-17h',
      [
        ['09:00', '12:00'],
        ['14:30', '17:00'],
      ],
    ],
    [
      'de 9 h à 12 h et de 14 h à 18 h',
      [
        ['09:00', '12:00'],
        ['14:00', '18:00'],
      ],
    ],
    ['14:00–17:30', [['14:00', '17:30']]],
    ['Fermé', []],
    ['', []],
  ])('%s', (written, slots) => {
    expect(readHours(written)?.map(({ opens, closes }) => [opens, closes])).toEqual(slots)
  })
  test.each(['9h', '12h-9h', '25h-26h', '9h-12h, 11h-14h', 'le matin', '9h75-10h'])('%s is not understood', written => {
    expect(readHours(written)).toBeNull()
  })
  test('what is said is read back the same', () => {
    const minute = fc
      .integer({ min: 0, max: 1439 })
      .map(n => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.uniqueArray(minute, { minLength: 2, maxLength: 6 }), times => {
        const sorted = times.toSorted()
        const slots = sorted.flatMap((opens, index) =>
          index % 2 === 0 && sorted[index + 1] ? [{ opens, closes: sorted[index + 1]! }] : [],
        )
        expect(readHours(sayHours(slots))).toEqual(slots)
      }),
    )
  })
})

describe('exceptions', () => {
  test('one a line, put in order, written back the same', () => {
    const read = readExceptions('du 01/08/2027 au 15/08/2027 : fermé (congés)\n24/12/2026 : 9h-12h')
    expect(read).toEqual({
      ok: true,
      exceptions: [
        { firstDay: '2026-12-24', lastDay: '2026-12-24', hours: '9\u00a0h à 12\u00a0h', reason: '' },
        { firstDay: '2027-08-01', lastDay: '2027-08-15', hours: '', reason: 'congés' },
      ],
    })
    if (read.ok) expect(readExceptions(read.exceptions.map(writeException).join('\n'))).toEqual(read)
  })
  test.each([
    '31/02/2027 : fermé',
    '1/1/0000 : fermé',
    '2/1/2027 - 1/1/2027 : fermé',
    'demain : fermé',
    '1/1/2027 : le matin',
    '1/1/2027 : fermé\n1/1/2027 : 9h-12h',
  ])('%s is not understood', written => {
    expect(readExceptions(written).ok).toBe(false)
  })
})

test('an exception wins over the ordinary week', () => {
  const week = {
    openings: [{ weekday: 4, opens: '09:00', closes: '12:00' }],
    exceptions: [{ firstDay: '2026-12-24', lastDay: '2026-12-24', hours: '', reason: 'veille de fête' }],
  }
  expect(hoursOn(week, '2026-12-17')).toEqual({ hours: '9\u00a0h à 12\u00a0h', because: '' })
  expect(hoursOn(week, '2026-12-24')).toEqual({ hours: '', because: 'veille de fête' })
  expect(hoursOn(week, '2026-12-18').hours).toBe('')
})

test('weekdays agree with the calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), offset => {
      const day = new Date(Date.UTC(1960, 0, 1 + offset))
      expect(weekdayOf(day.toISOString().slice(0, 10))).toBe(day.getUTCDay() || 7)
    }),
  )
})
