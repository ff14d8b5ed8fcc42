import { sql } from '#kernel/db'
import { refuseField } from '#kernel/forms'
import { forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { addDays, instantInParis } from '#kernel/rules'
import { closeTime } from '../acts/exceptions.ts'
import { mayRun } from '../acts/stewards.ts'
import { Chosen, HoursException, NewHolder, OpeningHours } from '../forms.ts'
import { words } from '../locales/index.ts'
import { HoursPage, type HoursProps } from '../pages/HoursPage.tsx'
import {
  addException,
  addOpening,
  type Calendar,
  calendarById,
  calendarFacts,
  endOpening,
  openIn,
  removeException,
} from '../queries/calendars.ts'
import { accountsOfHolders, addHolder, endHolder, holdersOf } from '../queries/holders.ts'
import type { Tables } from '../tables.ts'
import { bookingDb } from '../where.ts'
import type { Here } from './here.ts'

const base = '/reservations/calendriers/:openingCalendar'

/** The calendar of this request, for those who run its room; 404 and 403 for the others. */
const running = (work: (c: Here, calendar: Calendar) => Promise<Response>) => async (c: Here) => {
  const calendar = await calendarById(c.var, c.req.param('openingCalendar') ?? '')
  if (!calendar) return notFound(c)
  return (await mayRun(c.var, calendar.owner)) ? work(c, calendar) : forbidden(c)
}

/** Opening hours, their exceptions, and the organisations that hold them. */
export const hoursRoutes = router<Tables>()
  .get(
    base,
    resident,
    running((c, calendar) => hoursPage(c, calendar)),
  )

  .post(
    `${base}/ouvertures`,
    resident,
    running(async (c, calendar) => {
      const form = await submitted(c, OpeningHours)
      if (!form.ok) return hoursPage(c, calendar, { opening: form }, 422)
      const { days, rhythm, from, to, since, until, holder } = form.value
      const t = words(c.var.locale)
      const refuse = (field: 'to' | 'until' | 'days' | 'holder', said: string) =>
        hoursPage(c, calendar, { opening: refuseField(form, field, said) }, 422)
      if (to <= from) return refuse('to', t('hours.backwards'))
      if (until !== undefined && until < since) return refuse('until', t('hours.backwards'))
      const isMonthly = rhythm === 'first' || rhythm === 'last'
      if (isMonthly && days.length > 1) return refuse('days', t('hours.rhythmOne'))
      if (holder !== undefined && !(await holdersOf(c.var, calendar.id)).some(one => one.id === holder)) return notFound(c)
      const rule = isMonthly
        ? `FREQ=MONTHLY;BYDAY=${rhythm === 'first' ? '1' : '-1'}${days[0]}`
        : `FREQ=WEEKLY;${rhythm === 'fortnightly' ? 'INTERVAL=2;' : ''}BYDAY=${days.join(',')}`
      await addOpening(c.var, calendar.id, {
        firstDay: since,
        lastDay: until ?? null,
        starts: from,
        minutes: clock(to) - clock(from),
        rule,
        holder: holder ?? null,
      })
      await record(c.var, 'opening.added', {
        subject: `calendar:${calendar.id}`,
        content: { owner: calendar.owner, rule, from, to, since },
      })
      return redirect(c, `${pathOf(calendar)}#regulier`)
    }),
  )

  .post(
    `${base}/ouvertures/fin`,
    resident,
    running(async (c, calendar) => {
      const form = await submitted(c, Chosen)
      const found = form.ok ? (await calendarFacts(c.var, calendar.id)).openings.find(({ id }) => id === form.value.chosen) : undefined
      if (!found) return notFound(c)
      await endOpening(c.var, found.id, addDays(c.var.today, -1))
      await record(c.var, 'opening.ended', { subject: `opening:${found.id}`, content: { owner: calendar.owner } })
      return redirect(c, `${pathOf(calendar)}#regulier`)
    }),
  )

  .post(
    `${base}/exceptions`,
    resident,
    running(async (c, calendar) => {
      const form = await submitted(c, HoursException)
      if (!form.ok) return hoursPage(c, calendar, { exception: form }, 422)
      const { kind, first, last = first, from, to, reason, holder, displaces } = form.value
      const t = words(c.var.locale)
      const refuse = (field: 'last' | 'to' | 'from' | 'displaces', said: string, status: 409 | 422 = 422) =>
        hoursPage(c, calendar, { exception: refuseField(form, field, said) }, status)
      if (kind === 'open' && (from === undefined || to === undefined)) return refuse('from', t('hours.neededHours'))
      const endsAt = to === undefined ? instantInParis(addDays(last, 1), '00:00') : instantInParis(last, to)
      const span = { startsAt: instantInParis(first, from ?? '00:00'), endsAt }
      if (last < first) return refuse('last', t('hours.backwards'))
      if (span.endsAt <= span.startsAt) return refuse('to', t('hours.backwards'))
      if (holder !== undefined && !(await holdersOf(c.var, calendar.id)).some(one => one.id === holder)) return notFound(c)
      if (kind === 'open') await addException(c.var, calendar.id, { ...span, kind, reason, holder: holder ?? null })
      else {
        const closed = await closeTime(c.var, calendar, { ...span, reason, displaces })
        if (!closed.ok) return refuse('displaces', t('hours.inTheWay', { n: closed.inTheWay }), 409)
      }
      await record(c.var, kind === 'open' ? 'opening.added' : 'closure.added', {
        subject: `calendar:${calendar.id}`,
        content: { owner: calendar.owner, ...span, reason },
      })
      return redirect(c, `${pathOf(calendar)}#exceptions`)
    }),
  )

  .post(
    `${base}/exceptions/retrait`,
    resident,
    running(async (c, calendar) => {
      const form = await submitted(c, Chosen)
      const found = form.ok ? (await calendarFacts(c.var, calendar.id)).exceptions.find(({ id }) => id === form.value.chosen) : undefined
      if (!found) return notFound(c)
      await removeException(c.var, found.id)
      await record(c.var, 'exception.removed', {
        subject: `calendar:${calendar.id}`,
        content: { owner: calendar.owner, reason: found.reason },
      })
      return redirect(c, `${pathOf(calendar)}#exceptions`)
    }),
  )

  .post(
    `${base}/tenants`,
    resident,
    running(async (c, calendar) => {
      const form = await submitted(c, NewHolder)
      if (!form.ok) return hoursPage(c, calendar, { holder: form }, 422)
      const { name, organisation, share, budget, basis, since } = form.value
      const held = (await holdersOf(c.var, calendar.id, since)).reduce((total, one) => total + one.permille, 0)
      if (held + share * 10 > 1000)
        return hoursPage(c, calendar, { holder: refuseField(form, 'share', words(c.var.locale)('hours.tooMuch')) }, 422)
      if (organisation !== undefined && !(await organisations(c)).some(one => one.id === organisation)) return notFound(c)
      const id = await addHolder(c.var, calendar.id, {
        name,
        organisation: organisation ?? null,
        permille: share * 10,
        budgetCents: budget ?? 0,
        basis,
        since,
      })
      await record(c.var, 'holder.added', {
        subject: `calendar:${calendar.id}`,
        content: { owner: calendar.owner, holder: id, name, basis },
      })
      return redirect(c, `${pathOf(calendar)}#tenants`)
    }),
  )

  .post(
    `${base}/tenants/fin`,
    resident,
    running(async (c, calendar) => {
      const form = await submitted(c, Chosen)
      const found = form.ok ? (await holdersOf(c.var, calendar.id)).find(({ id }) => id === form.value.chosen) : undefined
      if (!found) return notFound(c)
      await endHolder(c.var, calendar.id, found.id, addDays(c.var.today, -1))
      await record(c.var, 'holder.ended', { subject: `calendar:${calendar.id}`, content: { owner: calendar.owner, name: found.name } })
      return redirect(c, `${pathOf(calendar)}#tenants`)
    }),
  )

const pathOf = ({ id }: Calendar) => `/reservations/calendriers/${id}`
const clock = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5))
const organisations = async ({ var: { db, body } }: Here) =>
  (
    await sql<{
      id: string
      name: string
    }>`select id::text as id, name from kernel.organisation where body_id = ${body.id} order by name, id limit 200`.execute(
      bookingDb({ db }),
    )
  ).rows

const hoursPage = async (c: Here, calendar: Calendar, more: Partial<HoursProps> = {}, status: 200 | 409 | 422 = 200) => {
  const { locale, now, today } = c.var
  const month = { startsAt: now, endsAt: instantInParis(addDays(today, 28), '00:00') }
  const { openings, exceptions } = await calendarFacts(c.var, calendar.id)
  return page(
    c,
    <HoursPage
      t={words(locale)}
      locale={locale}
      today={today}
      calendar={calendar}
      openings={openings.filter(({ lastDay }) => lastDay === null || lastDay >= today)}
      exceptions={exceptions.filter(({ endsAt }) => endsAt > now)}
      holders={await holdersOf(c.var, calendar.id)}
      accounts={await accountsOfHolders(c.var, calendar.id, month)}
      open={await openIn(c.var, calendar.id, month)}
      organisations={await organisations(c)}
      {...more}
    />,
    status,
  )
}
