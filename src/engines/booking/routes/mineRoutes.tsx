import { anyone, download, forbidden, notFound, page, pageOf, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { personNames } from '#kernel/people'
import { addDays, instantInParis } from '#kernel/rules'
import { notePresence } from '../acts/changeBooking.ts'
import { closeIncident, incidentsOpen } from '../acts/incidents.ts'
import { permitsOf } from '../acts/permits.ts'
import { mayRun, stewardedBy } from '../acts/stewards.ts'
import { answerSuspension, liftSuspension, suspensionById, suspensionsIn, suspensionsOf } from '../acts/suspensions.ts'
import { calendarFeed } from '../calendarFeed.ts'
import { bookingsKey, personOfBookingsKey } from '../calendarKey.ts'
import { Closing, Lifting, Plea, ShownCode } from '../forms.ts'
import { words } from '../locales/index.ts'
import { DeskPage, type DeskProps } from '../pages/DeskPage.tsx'
import { MinePage, type MineProps } from '../pages/MinePage.tsx'
import { bookingByCode, bookingsOf, bookingsToday, pastBookingsOf } from '../queries/bookings.ts'
import { calendarsOf } from '../queries/calendars.ts'
import { policiesOf } from '../queries/policies.ts'
import { refuseField } from '#kernel/forms'
import type { Tables } from '../tables.ts'
import { type Here, unless } from './here.ts'

const base = '/reservations'

/** A person's own bookings, and the desk of those who run a service. */
export const mineRoutes = router<Tables>()
  .get(base, resident, c => minePage(c))

  .get(`${base}/:bookingsKey{[0-9a-f-]{36}\\.[0-9a-f]{32}\\.ics}`, anyone, async c => {
    const person = personOfBookingsKey(c.var, c.req.param('bookingsKey') ?? '')
    if (!person) return notFound(c)
    const bookings = await bookingsOf(c.var, person, `${addDays(c.var.today, -90)}T00:00:00.000Z`, 500)
    const body = calendarFeed(c.var, words(c.var.locale)('mine.title'), bookings)
    return download(c, { name: 'reservations.ics', type: 'text/calendar; charset=utf-8; method=PUBLISH', body, inline: true })
  })

  .post(`${base}/suspensions/:suspension/reponse`, resident, async c => {
    const suspension = await suspensionById(c.var, c.req.param('suspension') ?? '0')
    if (!suspension || suspension.person !== signedIn(c).personId) return notFound(c)
    const form = await submitted(c, Plea)
    if (!form.ok) return minePage(c, { plea: { suspension: suspension.id, form } }, 422)
    return unless(c, await answerSuspension(c.var, suspension, form.value.plea), () => redirect(c, base))
  })

  .post(`${base}/suspensions/:suspension/levee`, resident, async c => {
    const suspension = await suspensionById(c.var, c.req.param('suspension') ?? '0')
    if (!suspension) return notFound(c)
    if (!(await mayRun(c.var, suspension.owner))) return forbidden(c)
    const form = await submitted(c, Lifting)
    if (!form.ok) return deskPage(c, { lifting: { suspension: suspension.id, form } }, 422)
    return unless(c, await liftSuspension(c.var, suspension, form.value.reason), () => redirect(c, `${base}/accueil#suspensions`))
  })

  .post(`${base}/problemes/:bookingIncident/reglement`, resident, async c => {
    const incident = (await openIncidents(c, null)).find(({ id }) => id === c.req.param('bookingIncident'))
    if (!incident) return notFound(c)
    if (!(await mayRun(c.var, incident.owner))) return forbidden(c)
    const form = await submitted(c, Closing)
    if (!form.ok) return deskPage(c, { closing: { incident: incident.id, form } }, 422)
    await closeIncident(c.var, incident, { outcome: form.value.outcome, costCents: form.value.cost })
    return redirect(c, `${base}/accueil#problemes`)
  })

  .get(`${base}/accueil`, resident, async c => ((await runsOwners(c)) === 'none' ? forbidden(c) : deskPage(c)))

  .post(`${base}/accueil`, resident, async c => {
    if ((await runsOwners(c)) === 'none') return forbidden(c)
    const form = await submitted(c, ShownCode)
    if (!form.ok) return deskPage(c, { code: form }, 422)
    const booking = await bookingByCode(c.var, form.value.code, wholeDay(c))
    if (!booking || !(await mayRun(c.var, booking.owner)))
      return deskPage(c, { code: refuseField(form, 'code', words(c.var.locale)('desk.unknown')) }, 422)
    return unless(c, await notePresence(c.var, booking, true), () => redirect(c, `${base}/${booking.id}`))
  })

/** Which rooms this person runs: every one for an agent (null), those of which they are a steward, or none. */
const runsOwners = async (c: Here): Promise<readonly string[] | null | 'none'> => {
  const actor = signedIn(c)
  if (actor.roles.has('agent')) return null
  const owners = await stewardedBy(c.var, actor.personId)
  return owners.length === 0 ? 'none' : owners
}
/** What is wrong with the things of those rooms, or of every room (null), and is not settled. */
const openIncidents = async (c: Here, owners: readonly string[] | null) =>
  (await incidentsOpen(c.var)).filter(one => owners === null || owners.includes(one.owner))
const wholeDay = (c: Here) => ({ startsAt: instantInParis(c.var.today, '00:00'), endsAt: instantInParis(addDays(c.var.today, 1), '00:00') })

const minePage = async (c: Here, more: Partial<MineProps> = {}, status: 200 | 422 = 200) => {
  const { personId } = signedIn(c)
  const asked = pageOf(c)
  const past = await pastBookingsOf(c.var, personId, c.var.now, { size: asked.size + 1, start: asked.start })
  return page(
    c,
    <MinePage
      t={words(c.var.locale)}
      locale={c.var.locale}
      today={c.var.today}
      coming={await bookingsOf(c.var, personId, c.var.now, 50)}
      past={past.slice(0, asked.size)}
      pageNumber={asked.number}
      hasMore={past.length > asked.size}
      permits={await permitsOf(c.var, personId)}
      suspensions={await suspensionsOf(c.var, personId, c.var.now)}
      calendar={`${base}/${bookingsKey(c.var, personId)}`}
      desk={(await runsOwners(c)) !== 'none'}
      {...more}
    />,
    status,
  )
}

const deskPage = async (c: Here, more: Partial<DeskProps> = {}, status: 200 | 422 = 200) => {
  const owners = await runsOwners(c)
  if (owners === 'none') return forbidden(c)
  const today = await bookingsToday(c.var, owners, wholeDay(c), ['confirmed', 'present', 'absent', 'offered'])
  const asked = await bookingsToday(c.var, owners, { startsAt: c.var.now, endsAt: `${addDays(c.var.today, 400)}T00:00:00.000Z` }, ['asked'])
  const suspensions = await suspensionsIn(c.var, owners, c.var.now)
  const people = [...today, ...asked, ...suspensions].flatMap(one => one.person ?? [])
  return page(
    c,
    <DeskPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      today={today}
      asked={asked}
      suspensions={suspensions}
      incidents={await openIncidents(c, owners)}
      calendars={(await calendarsOf(c.var)).filter(one => owners === null || owners.includes(one.owner))}
      policies={(await policiesOf(c.var)).filter(one => owners === null || owners.includes(one.owner))}
      names={await personNames(c.var.db, people)}
      {...more}
    />,
    status,
  )
}
