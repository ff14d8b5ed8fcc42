import { emptyForm, type Form } from '#kernel/forms'
import { notFound, page, redirect, resident, router, type Routes, submitted } from '#kernel/http'
import type { z } from 'zod'
import { askItem, askManner, noteDiscussion, supportItem } from '../acts/agenda.ts'
import { AskedItem, AskedManner, Discussion } from '../forms.ts'
import { type Here, refuse, running, unless, withSession } from '../here.ts'
import { badForm } from './badForm.ts'
import { words } from '../locales/index.ts'
import type { MeetingsMount } from '../mount.ts'
import { ItemPage } from '../pages/ItemPage.tsx'
import type { Viewer } from '../pages/viewer.ts'
import { meetingUrl } from '../pages/shared.tsx'
import type { Session } from '../queries/session.ts'
import type { Tables } from '../tables.ts'
import { meetingCrumbs } from './crumbs.ts'

/** What is on the agenda, who asked for it, and what was said. */
export const agendaRoutes = (mount: MeetingsMount): Routes => {
  const form = (c: Here, session: Session, viewer: Viewer, filled: Form<z.output<typeof AskedItem>>, status: 200 | 422 = 200) =>
    page(
      c,
      <ItemPage t={words(c.var.locale)} session={session} trail={meetingCrumbs(c, mount, session)} runs={viewer.runs} form={filled} />,
      status,
    )

  return router<Tables>()
    .get(
      `${mount.base}/:meeting/ordre-du-jour`,
      resident,
      withSession(mount, async (c, session, viewer) =>
        viewer.runs || viewer.sits
          ? form(c, session, viewer, emptyForm(AskedItem, { title: c.req.query('titre') ?? '', link: c.req.query('lien') ?? '' }))
          : refuse(c),
      ),
    )

    .post(
      `${mount.base}/:meeting/ordre-du-jour`,
      resident,
      withSession(mount, async (c, session, viewer) => {
        if (!viewer.runs && !viewer.sits) return refuse(c)
        const item = await submitted(c, AskedItem)
        if (!item.ok) return form(c, session, viewer, item, 422)
        const verdict = await askItem(c.var, session, item.value, viewer.runs ? 'chair' : 'members')
        return unless(c, verdict, () => redirect(c, meetingUrl(session, '#ordre-du-jour')))
      }),
    )

    .post(
      `${mount.base}/:meeting/ordre-du-jour/:item/appui`,
      resident,
      withSession(mount, async (c, session, viewer) => {
        const item = session.items.find(one => one.id === c.req.param('item'))
        if (!item) return notFound(c)
        if (!viewer.sits) return refuse(c)
        return unless(c, await supportItem(c.var, session, item), () => redirect(c, meetingUrl(session, '#ordre-du-jour')))
      }),
    )

    .post(
      `${mount.base}/:meeting/ordre-du-jour/:item/scrutin`,
      resident,
      withSession(mount, async (c, session, viewer) => {
        const item = session.items.find(one => one.id === c.req.param('item'))
        if (!item) return notFound(c)
        const asked = await submitted(c, AskedManner)
        if (!asked.ok) return badForm(c, asked)
        const { person, manner } = asked.value
        if (!viewer.runs && person !== viewer.personId) return refuse(c)
        return unless(c, await askManner(c.var, session, item, person, manner === 'none' ? null : manner), () =>
          redirect(c, meetingUrl(session, viewer.runs ? '/seance' : '#ordre-du-jour')),
        )
      }),
    )

    .post(
      `${mount.base}/:meeting/ordre-du-jour/:item/echanges`,
      resident,
      running(mount, async (c, session) => {
        const item = session.items.find(one => one.id === c.req.param('item'))
        if (!item) return notFound(c)
        if (session.approval) return unless(c, { ok: false, because: 'already-approved' }, () => notFound(c))
        const said = await submitted(c, Discussion)
        if (!said.ok) return unless(c, { ok: false, because: 'wrong-state' }, () => notFound(c))
        await noteDiscussion(c.var, item.id, said.value.discussion)
        return redirect(c, meetingUrl(session, session.meeting.state === 'opened' ? '/seance' : ''))
      }),
    )
}
