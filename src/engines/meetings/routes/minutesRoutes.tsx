import { emptyForm, type Form } from '#kernel/forms'
import { anyone, notFound, page, redirect, resident, router, type Routes, submitted } from '#kernel/http'
import type { z } from 'zod'
import { approveMinutes, writeMinutes } from '../acts/minutes.ts'
import { Approval, WrittenMinutes } from '../forms.ts'
import { type Here, running, unless, withSession } from '../here.ts'
import { words } from '../locales/index.ts'
import { minutesOf } from '../minutesOf.ts'
import { moderationOfReports } from '../moderationOfReports.ts'
import type { MeetingsMount } from '../mount.ts'
import type { Viewer } from '../pages/viewer.ts'
import { MinutesPage } from '../pages/MinutesPage.tsx'
import { meetingUrl } from '../pages/shared.tsx'
import { type Session, sessionOf } from '../queries/session.ts'
import type { Tables } from '../tables.ts'
import { badForm } from './badForm.ts'
import { meetingCrumbs } from './crumbs.ts'

/** Minutes: drafted from the session, corrected, approved at a later meeting, then published. */
export const minutesRoutes = (mount: MeetingsMount): Routes => {
  const minutesPage = async (
    c: Here,
    session: Session,
    viewer: Viewer,
    form: Form<z.output<typeof WrittenMinutes>>,
    status: 200 | 422 = 200,
  ) => {
    const { locale } = c.var
    return page(
      c,
      <MinutesPage
        t={words(locale)}
        locale={locale}
        session={session}
        trail={meetingCrumbs(c, mount, session)}
        runs={viewer.runs}
        form={form}
        reader={c.var.actor}
        moderation={await moderationOfReports(c.var, session.votes)}
      />,
      status,
    )
  }
  return router<Tables>()
    .get(
      `${mount.base}/:meeting/proces-verbal`,
      anyone,
      withSession(mount, async (c, session, viewer) => {
        const readable = session.approval || (viewer.sits && session.minutes.length > 0)
        const writable = viewer.runs && (session.meeting.state === 'closed' || session.meeting.state === 'adjourned')
        if (!readable && !writable) return notFound(c)
        return minutesPage(
          c,
          session,
          viewer,
          emptyForm(WrittenMinutes, { text: session.minutes[0]?.text ?? minutesOf(session, c.var.now) }),
        )
      }),
    )

    .post(
      `${mount.base}/:meeting/proces-verbal`,
      resident,
      running(mount, async (c, session, viewer) => {
        const form = await submitted(c, WrittenMinutes)
        if (!form.ok) return minutesPage(c, session, viewer, form, 422)
        return unless(c, await writeMinutes(c.var, session, form.value.text), () => redirect(c, meetingUrl(session, '/proces-verbal')))
      }),
    )

    .post(
      `${mount.base}/:meeting/approbation`,
      resident,
      running(mount, async (c, session) => {
        const form = await submitted(c, Approval)
        if (!form.ok) return badForm(c, form)
        const earlier = await sessionOf(c.var, session.assembly, form.value.meeting)
        if (!earlier) return notFound(c)
        return unless(c, await approveMinutes(c.var, earlier, session, form.value.remarks), () =>
          redirect(c, meetingUrl(earlier, '/proces-verbal')),
        )
      }),
    )
}
