import { addDays } from '#kernel/clock'
import { anyone, type C, download, notFound, router, type Routes } from '#kernel/http'
import { calendarEntry } from '../calendar/calendarEntry.ts'
import { personOfKey } from '../calendar/calendarKey.ts'
import { calendarOf } from '#kernel/calendar'
import { withAssembly, withSession } from '../here.ts'
import { words } from '../locales/index.ts'
import type { MeetingsMount } from '../mount.ts'
import { meetingsOf, meetingsOfPerson } from '../queries/meetings.ts'
import { mayJoin } from '../rules/mayJoin.ts'
import type { Tables } from '../tables.ts'

/** One meeting, or all those of an assembly, as iCalendar. */
export const calendarRoutes = (mount: MeetingsMount): Routes =>
  router<Tables>()
    .get(
      `${mount.base}/agenda.ics`,
      anyone,
      withAssembly(mount, async (c, assembly) => {
        const meetings = await meetingsOf(c.var, assembly.id)
        return feed(
          c,
          `${assembly.name}.ics`,
          calendarOf(
            assembly.name,
            meetings.map(meeting => calendarEntry(c.var, mayJoin(meeting) ? meeting : { ...meeting, link: '' }, assembly.path)),
          ),
        )
      }),
    )
    .get(
      `${mount.base}/:meeting/reunion.ics`,
      anyone,
      withSession(mount, async (c, session, viewer) => {
        const meeting = mayJoin(session.meeting, viewer) ? session.meeting : { ...session.meeting, link: '' }
        const agenda = session.items
          .filter(item => item.position !== null)
          .map(item => `${item.position}. ${item.title}`)
          .join('\n')
        return feed(c, 'reunion.ics', calendarOf(session.assembly.name, [calendarEntry(c.var, meeting, session.assembly.path, agenda)]))
      }),
    )

/** Everyone's own calendar of all their meetings, at an address that only they know. */
export const personCalendarRoutes = (base: string): Routes =>
  router<Tables>().get(`${base}/:calendarKey{[0-9a-f-]{36}\\.[0-9a-f]{32}\\.ics}`, anyone, async c => {
    const person = personOfKey(c.var, c.req.param('calendarKey') ?? '')
    if (!person) return notFound(c)
    const meetings = await meetingsOfPerson(c.var, person, addDays(c.var.today, -365))
    return feed(
      c,
      'reunions.ics',
      calendarOf(
        words(c.var.locale)('meetings.title'),
        meetings.map(meeting => calendarEntry(c.var, meeting, meeting.path)),
      ),
    )
  })

const feed = (c: C<Tables>, name: string, body: string) =>
  download(c, { name, type: 'text/calendar; charset=utf-8; method=PUBLISH', body, inline: true })
