import type { z } from 'zod'
import { emptyForm, type Form, refuseField, type Submission } from '#kernel/forms'
import { addDays } from '#kernel/clock'
import { anyone, conflict, page, redirect, resident, router, type Routes, submitted } from '#kernel/http'
import { addDocument } from '../acts/minutes.ts'
import { changeMeeting, type Plan, planMeeting } from '../acts/planMeeting.ts'
import { calendarKey } from '../calendar/calendarKey.ts'
import { AddedDocument, PlannedMeeting } from '../forms.ts'
import { type Here, refuse, running, unless, withAssembly, withSession } from '../here.ts'
import { words } from '../locales/index.ts'
import type { MeetingsMount } from '../mount.ts'
import { MeetingPage } from '../pages/MeetingPage.tsx'
import { MeetingsPage } from '../pages/MeetingsPage.tsx'
import { PlanPage } from '../pages/PlanPage.tsx'
import { meetingUrl } from '../pages/shared.tsx'
import type { Assembly } from '../queries/assemblies.ts'
import { meetingsOf } from '../queries/meetings.ts'
import type { Session } from '../queries/session.ts'
import { instantInParis, parisTime } from '#kernel/rules'
import type { Tables } from '../tables.ts'
import { crumbs, meetingCrumbs } from './crumbs.ts'

type Planned = z.output<typeof PlannedMeeting>

/** List, page of a meeting, planning and changing. */
export const planningRoutes = (mount: MeetingsMount): Routes =>
  router<Tables>()
    .get(
      mount.base,
      anyone,
      withAssembly(mount, async (c, assembly, runs) => {
        const { locale, actor } = c.var
        const personal = actor.personId && `${mount.personalCalendar ?? ''}/${calendarKey(c.var, actor.personId)}`
        const props = { assembly, runs, locale, trail: mount.trail(c, assembly), meetings: await meetingsOf(c.var, assembly.id) }
        return page(c, <MeetingsPage t={words(locale)} {...props} personal={mount.personalCalendar ? personal : null} />)
      }),
    )

    .get(
      `${mount.base}/nouvelle`,
      resident,
      withAssembly(mount, async (c, assembly, runs) =>
        runs ? planPage(c, mount, assembly, emptyForm(PlannedMeeting, { openTo: 'anyone', title: c.req.query('titre') ?? '' })) : refuse(c),
      ),
    )

    .post(
      mount.base,
      resident,
      withAssembly(mount, async (c, assembly, runs) => {
        if (!runs) return refuse(c)
        const form = inOrder(c, await submitted(c, PlannedMeeting))
        if (!form.ok) return planPage(c, mount, assembly, form, 422)
        const id = await planMeeting(c.var, assembly, planFrom(form.value))
        return redirect(c, `${assembly.path}/${id}`)
      }),
    )

    .get(
      `${mount.base}/:meeting`,
      anyone,
      withSession(mount, async (c, session, viewer) =>
        page(
          c,
          <MeetingPage
            t={words(c.var.locale)}
            locale={c.var.locale}
            session={session}
            trail={crumbs(c, mount, session.assembly)}
            viewer={viewer}
          />,
        ),
      ),
    )

    .get(
      `${mount.base}/:meeting/modification`,
      resident,
      running(mount, async (c, session) => changePage(c, mount, session, emptyForm(PlannedMeeting, typedFrom(session)))),
    )

    .post(
      `${mount.base}/:meeting/modification`,
      resident,
      running(mount, async (c, session) => {
        const form = inOrder(c, await submitted(c, PlannedMeeting))
        if (!form.ok) return changePage(c, mount, session, form, 422)
        return unless(c, await changeMeeting(c.var, session, planFrom(form.value)), () => redirect(c, meetingUrl(session)))
      }),
    )

    .post(
      `${mount.base}/:meeting/seconde-convocation`,
      resident,
      running(mount, async (c, session) => {
        const { meeting, assembly } = session
        if (meeting.state !== 'adjourned') return conflict(c, words(c.var.locale)('refused.wrong-state'))
        const sameHours = { startsAt: weekLater(meeting.startsAt), endsAt: weekLater(meeting.endsAt) }
        const id = await planMeeting(c.var, assembly, { ...meeting, ...sameHours }, meeting.id)
        return redirect(c, `${assembly.path}/${id}/modification`)
      }),
    )

    .post(
      `${mount.base}/:meeting/documents`,
      resident,
      running(mount, async (c, session) => {
        const form = await submitted(c, AddedDocument)
        if (form.ok) await addDocument(c.var, session, form.value)
        return form.ok ? redirect(c, meetingUrl(session)) : conflict(c, Object.values(form.errors)[0])
      }),
    )

const planPage = (c: Here, mount: MeetingsMount, assembly: Assembly, form: Form<Planned>, status: 200 | 422 = 200) => {
  const t = words(c.var.locale)
  return page(
    c,
    <PlanPage t={t} title={t('meeting.plan')} lead={assembly.name} trail={crumbs(c, mount, assembly)} action={assembly.path} form={form} />,
    status,
  )
}
const changePage = (c: Here, mount: MeetingsMount, session: Session, form: Form<Planned>, status: 200 | 422 = 200) => {
  const t = words(c.var.locale)
  const trail = meetingCrumbs(c, mount, session)
  return page(
    c,
    <PlanPage
      t={t}
      title={t('meeting.change')}
      lead={session.meeting.title}
      trail={trail}
      action={meetingUrl(session, '/modification')}
      form={form}
    />,
    status,
  )
}

/** A meeting ends after it starts, and lies ahead. */
const inOrder = (c: Here, form: Submission<Planned>): Submission<Planned> => {
  const t = words(c.var.locale)
  if (!form.ok) return form
  if (form.value.day < c.var.today) return refuseField(form, 'day', t('plan.past'))
  if (form.value.day > addDays(c.var.today, 3 * 365)) return refuseField(form, 'day', t('plan.tooFar'))
  return form.value.ends <= form.value.starts ? refuseField(form, 'ends', t('plan.endsTooSoon')) : form
}

const planFrom = ({ day, starts, ends, seats, ...plan }: Planned): Plan => ({
  ...plan,
  seats: seats ?? null,
  startsAt: instantInParis(day, starts),
  endsAt: instantInParis(day, ends),
})
const typedFrom = ({ meeting }: Session) => {
  const [from, to] = [parisTime(meeting.startsAt), parisTime(meeting.endsAt)]
  const { title, place, address, link, openTo, seats } = meeting
  return {
    title,
    place,
    address,
    link,
    openTo,
    seats: seats === null ? '' : String(seats),
    day: from.day,
    starts: from.time,
    ends: to.time,
  }
}
const weekLater = (instant: string) => {
  const { day, time } = parisTime(instant)
  return instantInParis(addDays(day, 7), time)
}
