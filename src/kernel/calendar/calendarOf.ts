import ical, { escape, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { clockInParis } from './clockInParis.ts'
import { parisTimezone } from './parisTimezone.ts'

/** Something dated, as a calendar sees it. Instants are ISO 8601. */
export interface CalendarEvent {
  /** Never changes: `meeting-12@ville.fr`. */
  readonly uid: string
  /** Grows with every change that attendees must know of. */
  readonly sequence: number
  readonly status: 'tentative' | 'confirmed' | 'cancelled'
  readonly title: string
  readonly description: string
  readonly place: string | null
  readonly url: string
  readonly startsAt: string
  readonly endsAt: string
  /** When it was last changed; becomes DTSTAMP, so that the same facts always give the same bytes. */
  readonly changedAt: string
}

/** An iCalendar feed (RFC 5545), hours in Europe/Paris with their VTIMEZONE. */
export const calendarOf = (name: string, events: readonly CalendarEvent[]): string => {
  const calendar = ical({
    name: escape(name, false), // the library folds it but does not escape it
    prodId: { company: 'Yvette', product: 'calendar', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: () => parisTimezone }, // no name, so that DTSTAMP is written in UTC as the RFC asks
    ttl: 3600,
  })
  for (const event of events)
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: new Date(event.changedAt),
      lastModified: new Date(event.changedAt),
      start: clockInParis(event.startsAt),
      end: clockInParis(event.endsAt),
      timezone: 'Europe/Paris',
      summary: event.title,
      description: event.description,
      location: event.place,
      url: event.url,
      status: statuses[event.status],
    })
  return calendar.toString()
}

const statuses = { tentative: ICalEventStatus.TENTATIVE, confirmed: ICalEventStatus.CONFIRMED, cancelled: ICalEventStatus.CANCELLED }
