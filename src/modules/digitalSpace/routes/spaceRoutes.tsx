import { calendarFacts, openIn, resourcesOf, sessionsOf } from '#engines/booking'
import { together } from '#kernel/db'
import { anyone, download, notFound, page, router } from '#kernel/http'
import { csvOf } from '#kernel/openData'
import { addDays, instantInParis } from '#kernel/rules'
import { aboutService } from '#modules/catalogue'
import { words } from '../locales/index.ts'
import { nationalFields } from '../national.ts'
import { maskedBelow } from '../parameters.ts'
import { ActivityPage } from '../pages/ActivityPage.tsx'
import { SpacePage } from '../pages/SpacePage.tsx'
import { nationalPlaces } from '../openData.ts'
import { monthsOfActivity } from '../queries/activity.ts'
import { nationalRow, spaceOf } from '../queries/space.ts'
import { openMonth } from '../rules/openMonth.ts'
import { published } from '../rules/published.ts'
import type { Tables } from '../schema.ts'
import { home, owner } from '../where.ts'
import { runs } from './here.ts'

/** What everybody may read: the place, what one can do there, what is done there. */
export const spaceRoutes = router<Tables>()
  .get(home, anyone, async c => {
    const { locale, today, now } = c.var
    const space = await spaceOf(c.var)
    const week = { startsAt: instantInParis(today, '00:00'), endsAt: instantInParis(addDays(today, 7), '00:00') }
    const things = await resourcesOf(c.var, owner)
    const [facts, open, workshops, staff, months] = await together([
      space ? calendarFacts(c.var, space.calendar, week) : null,
      space ? openIn(c.var, space.calendar, week) : [],
      sessionsOf(c.var, owner, { startsAt: now, endsAt: instantInParis(addDays(today, 60), '00:00') }, 'workshop'),
      runs(c),
      monthsOfActivity(c.var.db, c.var.body.id, openMonth(today), 1),
    ])
    const presence = []
    for (const thing of things.filter(({ kind }) => kind === 'facilitator'))
      presence.push({ thing, spans: await openIn(c.var, thing.calendar, week) })
    return page(
      c,
      <SpacePage
        t={words(locale)}
        locale={locale}
        today={today}
        now={now}
        space={space}
        closures={facts?.exceptions.filter(({ kind }) => kind === 'closed') ?? []}
        open={open}
        presence={presence}
        seats={things.filter(({ kind }) => kind === 'seat')}
        loans={things.filter(({ kind }) => kind === 'loan')}
        workshops={workshops.filter(({ cancelledAt }) => cancelledAt === null)}
        month={months[0] ? published(months[0], maskedBelow(today)) : null}
        isStaff={staff}
        isKnown={c.var.actor.personId !== null}
        about={await aboutService(c, space?.service ?? null)}
      />,
    )
  })

  .get(`${home}/activite`, anyone, async c => {
    const { db, body, today, locale } = c.var
    const months = await monthsOfActivity(db, body.id, openMonth(today), 24)
    const threshold = maskedBelow(today)
    const props = { t: words(locale), locale, threshold, months: months.map(one => published(one, threshold)), source: nationalFields }
    return page(c, <ActivityPage {...props} isStaff={await runs(c)} />)
  })

  // The platform's own CSV puts a quote before what a spreadsheet would run, and the standard asks that a telephone begin with « + ».
  .get(`${home}/lieu.csv`, anyone, async c => {
    if (!(await nationalRow(c.var))) return notFound(c)
    let body = ''
    for await (const line of csvOf(nationalPlaces, c.var)) body += line
    return download(c, { name: 'lieux-de-mediation-numerique.csv', type: 'text/csv; charset=utf-8', body })
  })
