import ical, { escape, ICalCalendarMethod } from 'ical-generator'
import { addDays } from '#kernel/clock'

export interface FileDay {
  readonly id: string
  readonly on: string
  readonly title: string
}

/** Whole days as an iCalendar file (RFC 5545). The same facts always give the same bytes. */
export const calendarFile = (name: string, url: string, changedAt: string, days: readonly FileDay[]): string => {
  const calendar = ical({
    name: escape(name, false), // the library folds it but does not escape it
    prodId: { company: 'Yvette', product: 'instruments', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { id, on, title } of days)
    calendar.createEvent({
      id,
      stamp: new Date(changedAt),
      start: new Date(`${on}T00:00:00Z`),
      end: new Date(`${addDays(on, 1)}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
      summary: title,
      url,
    })
  return calendar.toString()
}
