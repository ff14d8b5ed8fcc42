import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { conflict, page, redirect, resident, router, type Routes, submitted } from '#kernel/http'
import type { z } from 'zod'
import { adjourn, cancel, close, convene, noticeToday, open } from '../acts/changeState.ts'
import { Cancellation, Notice } from '../forms.ts'
import { type Here, running, unless } from '../here.ts'
import { words } from '../locales/index.ts'
import type { MeetingsMount } from '../mount.ts'
import { NoticePage } from '../pages/NoticePage.tsx'
import { meetingUrl } from '../pages/shared.tsx'
import type { Session } from '../queries/session.ts'
import { canBecome } from '../rules/states.ts'
import type { Tables } from '../tables.ts'
import { meetingCrumbs } from './crumbs.ts'

/** From state to state: notice, opening, end, and what may stop a meeting. */
export const conveningRoutes = (mount: MeetingsMount): Routes =>
  router<Tables>()
    .get(
      `${mount.base}/:meeting/convocation`,
      resident,
      running(mount, async (c, session) =>
        unless(c, canBecome(session.meeting.state, 'convened'), () => noticePage(c, mount, session, emptyForm(Notice))),
      ),
    )

    .post(
      `${mount.base}/:meeting/convocation`,
      resident,
      running(mount, async (c, session) => {
        const form = await submitted(c, Notice)
        if (!form.ok) return noticePage(c, mount, session, form, 422)
        const verdict = await convene(c.var, session, form.value.reason)
        if (!verdict.ok && verdict.because === 'reason-missing')
          return noticePage(c, mount, session, refuseField(form, 'reason', words(c.var.locale)('refused.reason-missing')), 422)
        return unless(c, verdict, () => redirect(c, meetingUrl(session)))
      }),
    )

    .post(
      `${mount.base}/:meeting/annulation`,
      resident,
      running(mount, async (c, session) => {
        const form = await submitted(c, Cancellation)
        if (!form.ok) return conflict(c, form.errors.reason)
        return unless(c, await cancel(c.var, session, form.value.reason), () => redirect(c, meetingUrl(session)))
      }),
    )

    .post(
      `${mount.base}/:meeting/ouverture`,
      resident,
      running(mount, async (c, session) => unless(c, await open(c.var, session), () => redirect(c, meetingUrl(session, '/seance')))),
    )
    .post(
      `${mount.base}/:meeting/ajournement`,
      resident,
      running(mount, async (c, session) => unless(c, await adjourn(c.var, session), () => redirect(c, meetingUrl(session)))),
    )
    .post(
      `${mount.base}/:meeting/cloture`,
      resident,
      running(mount, async (c, session) =>
        unless(c, await close(c.var, session), () => redirect(c, meetingUrl(session, '/proces-verbal'))),
      ),
    )

const noticePage = (c: Here, mount: MeetingsMount, session: Session, form: Form<z.output<typeof Notice>>, status: 200 | 422 = 200) => {
  const { locale } = c.var
  return page(
    c,
    <NoticePage
      t={words(locale)}
      locale={locale}
      session={session}
      trail={meetingCrumbs(c, mount, session)}
      count={noticeToday(c.var, session)}
      form={form}
    />,
    status,
  )
}
