import type { World } from '#kernel/service'
import type { Meeting } from '../queries/meetings.ts'
import type { CalendarEvent } from '#kernel/calendar'

/** A meeting as a calendar keeps it. Its identity never depends on the host name, which may change. */
export const calendarEntry = (world: Pick<World, 'body' | 'url'>, meeting: Meeting, path: string, description = ''): CalendarEvent => ({
  uid: `meeting-${meeting.id}@${world.body.slug}.yvette`,
  sequence: meeting.sequence,
  status: meeting.state === 'planned' ? 'tentative' : meeting.state === 'cancelled' ? 'cancelled' : 'confirmed',
  title: meeting.title,
  description: [description, meeting.link].filter(Boolean).join('\n'),
  place: [meeting.place, meeting.address].filter(Boolean).join(', ') || null,
  url: `${world.url}${path}/${meeting.id}`,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  changedAt: meeting.changedAt,
})
