import type { Crumb } from '#kernel/ui'
import type { Here } from '../here.ts'
import { words } from '../locales/index.ts'
import type { MeetingsMount } from '../mount.ts'
import { meetingUrl } from '../pages/shared.tsx'
import type { Assembly } from '../queries/assemblies.ts'
import type { Session } from '../queries/session.ts'

/** The way to the list of meetings, that list included. */
export const crumbs = (c: Here, mount: MeetingsMount, assembly: Assembly): readonly Crumb[] => [
  ...mount.trail(c, assembly),
  { label: words(c.var.locale)('meetings.title'), href: assembly.path },
]

/** The way to a meeting, that meeting included. */
export const meetingCrumbs = (c: Here, mount: MeetingsMount, session: Session): readonly Crumb[] => [
  ...crumbs(c, mount, session.assembly),
  { label: session.meeting.title, href: meetingUrl(session) },
]
