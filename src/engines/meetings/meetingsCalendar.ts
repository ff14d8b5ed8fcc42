import type { CalendarEntry, World } from '#kernel/service'
import { meetingsBetween } from './queries/meetings.ts'
import { instantInParis } from '#kernel/rules'
import type { Tables } from './tables.ts'

/** Meetings of every assembly between two days, for the calendar of the commune; those that were cancelled are left out. */
export const meetingsCalendar = async (world: World<Tables>, from: string, to: string): Promise<readonly CalendarEntry[]> => {
  const meetings = await meetingsBetween(world, instantInParis(from, '00:00'), instantInParis(to, '00:00'))
  return meetings
    .filter(meeting => meeting.state !== 'cancelled')
    .map(({ id, title, startsAt, endsAt, path, place }) => ({
      id: `meeting-${id}`,
      title,
      startsAt,
      endsAt,
      url: `${path}/${id}`,
      ...(place ? { place } : {}),
    }))
}
