import { badForm } from './badForm.ts'
import { notFound, page, redirect, resident, router, type Routes, signedIn, submitted } from '#kernel/http'
import { arrive, depart, giveProxy, register, withdrawProxy } from '../acts/presence.ts'
import { Answer, Arrival, Departure, GivenProxy } from '../forms.ts'
import { refuse, unless, withSession } from '../here.ts'
import { words } from '../locales/index.ts'
import type { MeetingsMount } from '../mount.ts'
import { AttendancePage } from '../pages/AttendancePage.tsx'
import { meetingUrl } from '../pages/shared.tsx'
import type { Tables } from '../tables.ts'
import { meetingCrumbs } from './crumbs.ts'

/** Who will come, who is there, who carries whose voice. Members speak for themselves; whoever runs the meeting, for all. */
export const attendanceRoutes = (mount: MeetingsMount): Routes =>
  router<Tables>()
    .post(
      `${mount.base}/:meeting/inscription`,
      resident,
      withSession(mount, async (c, session) => {
        const { personId } = signedIn(c)
        const form = await submitted(c, Answer)
        if (!form.ok) return badForm(c, form)
        return unless(c, await register(c.var, session, personId, form.value.answer), () => redirect(c, meetingUrl(session, '#venir')))
      }),
    )

    .get(
      `${mount.base}/:meeting/presence`,
      resident,
      withSession(mount, async (c, session, viewer) =>
        viewer.runs || viewer.sits
          ? page(c, <AttendancePage t={words(c.var.locale)} session={session} trail={meetingCrumbs(c, mount, session)} viewer={viewer} />)
          : refuse(c),
      ),
    )

    .post(
      `${mount.base}/:meeting/presence`,
      resident,
      withSession(mount, async (c, session, viewer) => {
        const form = await submitted(c, Arrival)
        if (!form.ok) return badForm(c, form)
        if (!viewer.runs && form.value.person !== viewer.personId) return refuse(c)
        return unless(c, await arrive(c.var, session, form.value.person, form.value.channel), () =>
          redirect(c, meetingUrl(session, '/presence')),
        )
      }),
    )

    .post(
      `${mount.base}/:meeting/depart`,
      resident,
      withSession(mount, async (c, session, viewer) => {
        const form = await submitted(c, Departure)
        if (!form.ok) return badForm(c, form)
        if (!viewer.runs && form.value.person !== viewer.personId) return refuse(c)
        return unless(c, await depart(c.var, session, form.value.person), () => redirect(c, meetingUrl(session, '/presence')))
      }),
    )

    .post(
      `${mount.base}/:meeting/pouvoirs`,
      resident,
      withSession(mount, async (c, session, viewer) => {
        const form = await submitted(c, GivenProxy)
        if (!form.ok) return badForm(c, form)
        if (!viewer.runs && form.value.giver !== viewer.personId) return refuse(c)
        return unless(c, await giveProxy(c.var, session, form.value.giver, form.value.holder), () =>
          redirect(c, meetingUrl(session, '/presence')),
        )
      }),
    )

    .post(
      `${mount.base}/:meeting/pouvoirs/:proxy/retrait`,
      resident,
      withSession(mount, async (c, session, viewer) => {
        const proxy = session.proxies.find(one => one.id === c.req.param('proxy'))
        if (!proxy) return notFound(c)
        if (!viewer.runs && proxy.giver !== viewer.personId) return refuse(c)
        return unless(c, await withdrawProxy(c.var, session, proxy.id), () => redirect(c, meetingUrl(session, '/presence')))
      }),
    )
