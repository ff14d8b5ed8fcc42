import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/rules'
import { type Opening, openingSpans, spanOn } from './openingSpans.ts'
import { daysOfRule, isRule } from './recurrence.ts'
import { sayOpening } from './sayOpening.ts'

// The judge: ical.js expands the rule *and* changes the clocks by a VTIMEZONE written by hand, with no code of ours nor of Intl.
const zone = ICAL.parse(`BEGIN:VCALENDAR
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
END:VCALENDAR`)
const paris = new ICAL.Timezone(new ICAL.Component(zone).getFirstSubcomponent('vtimezone')!)

const judged = (first: string, rule: string, starts: string, from: string, to: string) => {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number)
  const [hour = 0, minute = 0] = starts.split(':').map(Number)
  const begins = new ICAL.Time({ year, month, day, hour, minute, second: 0, isDate: false }, paris)
  const until = /UNTIL=(\d{8})/.exec(rule)?.[1]
  // UNTIL of ours is a day: the judge gets its last second, on the same clock.
  const dates = ICAL.Recur.fromString(rule.replace(/UNTIL=\d{8}/, until ? `UNTIL=${until}T235959` : '')).iterator(begins)
  const found: string[] = []
  for (let n = 0, next = dates.next(); next && n < 4000; n += 1, next = dates.next()) {
    const on = next.toString().slice(0, 10)
    if (on > to) break
    if (on >= from) found.push(new Date((next.toUnixTime() + corrected(on, starts)) * 1000).toISOString())
  }
  return found
}

// From 2 h to 3 h, two nights a year, RFC 5545 (3.3.5) says what ical.js does otherwise: the hour that comes twice in October is the first
// of them, and the hour that March skips is counted with the offset before the change. In seconds.
const corrected = (day: string, starts: string) => {
  const isLastSunday = Number(day.slice(8)) > 24 && new Date(day).getUTCDay() === 0
  if (!isLastSunday || starts < '02:00' || starts >= '03:00') return 0
  return day.slice(5, 7) === '10' ? -3600 : day.slice(5, 7) === '03' ? 3600 : 0
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const some = <T>(values: readonly T[], max: number) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: max })
const interval = fc.integer({ min: 1, max: 4 })
const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 60 }).map(n => `;COUNT=${n}`),
  fc.integer({ min: 0, max: 3200 }).map(n => `;UNTIL=${addDays('2024-01-01', n).replaceAll('-', '')}`),
)
const rule = fc
  .oneof(
    interval.map(n => `FREQ=DAILY;INTERVAL=${n}`),
    fc.tuple(interval, some(days, 4)).map(([n, on]) => `FREQ=WEEKLY;INTERVAL=${n};WKST=MO;BYDAY=${on}`),
    fc
      .tuple(interval, fc.constantFrom(...days), fc.constantFrom(1, 2, 3, 4, -1))
      .map(([n, on, nth]) => `FREQ=MONTHLY;INTERVAL=${n};BYDAY=${nth}${on}`),
    fc.tuple(interval, some([1, 2, 13, 28, 29, 30, 31], 3)).map(([n, on]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${on}`),
    fc.tuple(some([1, 3, 7, 10, 12], 2), some([1, 25, 29, 31], 2)).map(([months, on]) => `FREQ=YEARLY;BYMONTH=${months};BYMONTHDAY=${on}`),
    fc
      .tuple(some([3, 10], 2), fc.constantFrom(...days), fc.constantFrom(1, -1))
      .map(([months, on, nth]) => `FREQ=YEARLY;BYMONTH=${months};BYDAY=${nth}${on}`),
  )
  .chain(text => end.map(last => `${text}${last}`))
const first = fc.integer({ min: 0, max: 2500 }).map(n => addDays('2024-01-01', n))
const clock = fc.constantFrom('00:00', '01:30', '02:00', '02:30', '03:00', '09:15', '18:00', '23:45')

test('openings fall at the instants that an independent implementation finds, from 2024 to 2032, on both clock changes too', () => {
  let seen = 0
  fc.assert(
    fc.property(first, rule, clock, fc.integer({ min: 0, max: 2800 }), (begins, text, starts, skip) => {
      expect(isRule(text)).toBe(true)
      const from = addDays('2024-01-01', skip)
      const to = addDays(from, 400)
      const expected = judged(begins, text, starts, from, to)
      const ours = daysOfRule(begins, text, from, to).map(day => spanOn({ starts, minutes: 60 }, day).startsAt)
      seen += expected.length
      expect(ours, `${begins} ${text} ${starts} ${from}`).toEqual(expected)
    }),
    { numRuns: 300 },
  )
  expect(seen).toBeGreaterThan(2000)
}, 30_000)

test('a Saturday night that crosses a clock change closes when the clock says so', () => {
  const night = { starts: '22:00', minutes: 8 * 60 }
  const hours = (day: string) => {
    const { startsAt, endsAt } = spanOn(night, day)
    return (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000
  }
  expect([hours('2026-03-21'), hours('2026-03-28'), hours('2026-10-24')]).toEqual([8, 7, 9])
})

test('closures take away, exceptional openings add, and a holder keeps its name', () => {
  const monday = { id: '1', firstDay: '2026-01-05', lastDay: null, starts: '09:00', minutes: 480, rule: 'FREQ=WEEKLY', holder: '7' }
  const asked = { startsAt: '2026-03-22T23:00:00.000Z', endsAt: '2026-03-31T22:00:00.000Z' }
  const noon = { kind: 'closed', holder: null, startsAt: '2026-03-23T11:00:00.000Z', endsAt: '2026-03-23T12:00:00.000Z' } as const
  const sunday = { kind: 'open', holder: null, startsAt: '2026-03-29T13:00:00.000Z', endsAt: '2026-03-29T15:00:00.000Z' } as const
  expect(openingSpans({ openings: [monday], exceptions: [noon, sunday] }, asked)).toEqual([
    { startsAt: '2026-03-23T08:00:00.000Z', endsAt: '2026-03-23T11:00:00.000Z', holder: '7' },
    { startsAt: '2026-03-23T12:00:00.000Z', endsAt: '2026-03-23T16:00:00.000Z', holder: '7' },
    { startsAt: '2026-03-29T13:00:00.000Z', endsAt: '2026-03-29T15:00:00.000Z', holder: null },
    { startsAt: '2026-03-30T07:00:00.000Z', endsAt: '2026-03-30T15:00:00.000Z', holder: '7' }, // summer time has begun
  ])
})

test.each([
  'FREQ=HOURLY',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=WEEKLY;FREQ=DAILY',
  'BYDAY=MO',
  'FREQ=DAILY;COUNT=2;UNTIL=20260101',
  'DROP TABLE',
  'FREQ=DAILY;BYHOUR=9',
])('the rule %s is refused', text => expect(isRule(text)).toBe(false))

test.each<[string, string, Partial<Opening>]>([
  ['Chaque mercredi et samedi de 14 h à 19 h', 'FREQ=WEEKLY;BYDAY=SA,WE', {}],
  ['Chaque jour de 14 h à 19 h', 'FREQ=DAILY', {}],
  ['Chaque jour de 22 h à 6 h', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', { starts: '22:00', minutes: 480 }],
  ['Chaque mardi de 14 h à 19 h', 'FREQ=WEEKLY', {}],
  ['Une semaine sur deux depuis le mardi 1er décembre 2026, lundi de 14 h à 14 h 45', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', { minutes: 45 }],
  ['Chaque premier samedi du mois de 14 h à 19 h', 'FREQ=MONTHLY;BYDAY=1SA', {}],
  ['Chaque dernier vendredi du mois de 14 h à 19 h, jusqu’au jeudi 31 décembre 2026', 'FREQ=MONTHLY;BYDAY=-1FR', { lastDay: '2026-12-31' }],
  ['Le mardi 1er décembre 2026 de 14 h à 19 h', '', {}],
  ['Suivant la règle FREQ=YEARLY;BYMONTH=5 de 14 h à 19 h', 'FREQ=YEARLY;BYMONTH=5', {}],
])('%s', (said, rule, more) => {
  const opening = { firstDay: '2026-12-01', lastDay: null, starts: '14:00', minutes: 300, rule, ...more }
  expect(sayOpening(opening, '2026-12-05', 'fr').replaceAll('\u00a0', ' ')).toBe(said)
  if (rule !== '') expect(sayOpening(opening, '2026-11-01', 'fr')).toContain('à partir du mardi 1er décembre 2026')
})
