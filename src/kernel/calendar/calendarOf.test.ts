import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf, type CalendarEvent } from './calendarOf.ts'

const meeting: CalendarEvent = {
  uid: 'meeting-12@val-sur-yvette.fr',
  sequence: 0,
  status: 'confirmed',
  title: 'Le marché de nuit',
  description: '1. Où ?\n2. Quand ?',
  place: 'Salle du Lavoir, 3 rue de l’Yvette',
  url: 'https://yvette.fr/mesures/3/reunions/12',
  startsAt: '2026-07-01T18:00:00.000Z',
  endsAt: '2026-07-01T20:00:00.000Z',
  changedAt: '2026-06-01T10:00:00.000Z',
}

/** Reads a feed as RFC 5545 says: unfolds, splits name, parameters and value, opens and closes components, unescapes text. */
const read = (feed: string) => {
  expect(feed.endsWith('\r\n') || feed.endsWith('END:VCALENDAR')).toBe(true)
  for (const line of feed.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
  const events: Record<string, string>[] = []
  const open: string[] = []
  for (const line of feed
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)) {
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/s.exec(line) ?? []
    expect(name, `not a content line: ${line}`).not.toBe('')
    if (name === 'BEGIN') open.push(value)
    if (name === 'BEGIN' && value === 'VEVENT') events.push({})
    if (name === 'END') expect(open.pop()).toBe(value)
    if (open.at(-1) === 'VEVENT')
      events.at(-1)![name + parameters] = value.replace(/\\([\\;,nN])/g, (_all, one: string) => (one.toLowerCase() === 'n' ? '\n' : one))
  }
  expect(open).toEqual([])
  return events
}

test('what was written is read back', () => {
  const [event] = read(calendarOf('Réunions ; groupe, marché', [meeting]))
  expect(event).toMatchObject({
    UID: meeting.uid,
    SEQUENCE: '0',
    SUMMARY: meeting.title,
    DESCRIPTION: meeting.description,
    LOCATION: meeting.place,
    'URL;VALUE=URI': meeting.url,
    STATUS: 'CONFIRMED',
    DTSTAMP: '20260601T100000Z',
    'DTSTART;TZID=Europe/Paris': '20260701T200000',
    'DTEND;TZID=Europe/Paris': '20260701T220000',
  })
})

describe('hours are those of Paris, summer and winter', () => {
  test.each([
    ['2026-01-15T18:00:00.000Z', '20260115T190000'],
    ['2026-03-29T00:59:00.000Z', '20260329T015900'],
    ['2026-03-29T01:00:00.000Z', '20260329T030000'],
    ['2026-10-25T00:30:00.000Z', '20261025T023000'],
    ['2026-12-31T23:30:00.000Z', '20270101T003000'],
  ])('%s', (startsAt, expected) => {
    const feed = calendarOf('x', [{ ...meeting, startsAt, endsAt: '2027-06-01T00:00:00.000Z' }])
    expect(read(feed)[0]).toMatchObject({ 'DTSTART;TZID=Europe/Paris': expected })
    expect(feed).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Paris[\s\S]*RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU[\s\S]*END:VTIMEZONE/)
  })
})

test('a change keeps the identity and raises the sequence; a cancellation says so', () => {
  const [before] = read(calendarOf('x', [meeting]))
  const [after] = read(calendarOf('x', [{ ...meeting, sequence: 3, status: 'cancelled', startsAt: '2026-07-01T19:00:00.000Z' }]))
  expect(after).toMatchObject({ UID: before!.UID!, SEQUENCE: '3', STATUS: 'CANCELLED' })
  expect(after!['DTSTART;TZID=Europe/Paris']).not.toBe(before!['DTSTART;TZID=Europe/Paris'])
})

test('the same facts give the same bytes', () => expect(calendarOf('x', [meeting])).toBe(calendarOf('x', [meeting])))

test('no text can open a component or break a line', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('a\r\nBEGIN:VEVENT\r\nUID:x', 'END:VCALENDAR', '\\;,\\n', 'é'.repeat(90)),
  )
  fc.assert(
    fc.property(hostile, hostile, hostile, (title, description, place) => {
      const clean = (text: string) => text.toWellFormed().replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
      const events = read(
        calendarOf(clean(title), [{ ...meeting, title: clean(title), description: clean(description), place: clean(place) }, meeting]),
      )
      expect(events).toHaveLength(2)
      expect(events[0]!.SUMMARY).toBe(clean(title))
    }),
  )
})
