import ical, { escape, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { clockInParis } from './clockInParis.ts'
import { parisTimezone } from './parisTimezone.ts'

/** A meeting as a calendar sees it. Instants are ISO 8601. */
export interface CalendarMeeting {
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
export const calendarOf = (name: string, meetings: readonly CalendarMeeting[]): string => {
  const calendar = ical({
    name: escape(name, false), // the library folds it but does not escape it
    prodId: { company: 'Yvette', product: 'meetings', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: () => parisTimezone }, // no name, so that DTSTAMP is written in UTC as the RFC asks
    ttl: 3600,
  })
  for (const meeting of meetings)
    calendar.createEvent({
      id: meeting.uid,
      sequence: meeting.sequence,
      stamp: new Date(meeting.changedAt),
      lastModified: new Date(meeting.changedAt),
      start: clockInParis(meeting.startsAt),
      end: clockInParis(meeting.endsAt),
      timezone: 'Europe/Paris',
      summary: meeting.title,
      description: meeting.description,
      location: meeting.place,
      url: meeting.url,
      status: statuses[meeting.status],
    })
  return calendar.toString()
}

const statuses = { tentative: ICalEventStatus.TENTATIVE, confirmed: ICalEventStatus.CONFIRMED, cancelled: ICalEventStatus.CANCELLED }
