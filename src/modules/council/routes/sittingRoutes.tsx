import { dayInParis } from '#kernel/clock'
import { anyone, page, redirect, router, type Routes } from '#kernel/http'
import { publishList } from '../acts/register.ts'
import { listUrl } from '../council.ts'
import { examinedIn } from '../examinedIn.ts'
import { register, unless, withSitting } from '../here.ts'
import { words } from '../locales/index.ts'
import { ListPage } from '../pages/ListPage.tsx'
import { LivePage } from '../pages/LivePage.tsx'
import { listDays } from '../parameters.ts'
import { deliberationsOf } from '../queries/deliberations.ts'
import { listOf } from '../queries/publications.ts'
import { timeliness } from '../rules/examined.ts'
import type { Tables } from '../schema.ts'

/** A session as the public follows it, and the list of what it examined. */
export const sittingRoutes: Routes = router<Tables>()
  .get(
    '/conseil/direct/:sitting',
    anyone,
    withSitting(async (c, session) =>
      page(c, <LivePage t={words(c.var.locale)} locale={c.var.locale} session={session} now={c.var.now} />),
    ),
  )

  .get(
    '/conseil/listes/:sitting',
    anyone,
    withSitting(async (c, session) => {
      const { locale, today, actor } = c.var
      const { deliberations } = await deliberationsOf(c.var, { meeting: session.meeting.id, drafts: true }, { size: 200, start: 0 })
      const list = await listOf(c.var, session.meeting.id)
      const heldOn = dayInParis(session.meeting.startsAt)
      const view = {
        session,
        list,
        lines: list?.lines ?? examinedIn(session, deliberations),
        published: deliberations.filter(one => one.publishedAt !== null),
        drafts: register.allows(actor) ? deliberations : [],
        time: timeliness(heldOn, listDays(heldOn), list?.publishedAt ?? null, today),
        manages: register.allows(actor),
      }
      return page(c, <ListPage t={words(locale)} locale={locale} view={view} />)
    }),
  )

  .post(
    '/conseil/listes/:sitting',
    register,
    withSitting(async (c, session) => {
      const { id, state } = session.meeting
      if (state !== 'closed') return unless(c, { ok: false, because: 'session-open' }, () => redirect(c, listUrl(id)))
      if (await listOf(c.var, id)) return unless(c, { ok: false, because: 'list-published' }, () => redirect(c, listUrl(id)))
      const { deliberations } = await deliberationsOf(c.var, { meeting: id, drafts: true }, { size: 200, start: 0 })
      await publishList(c.var, id, examinedIn(session, deliberations))
      return redirect(c, listUrl(id))
    }),
  )
