import { bookTime, bookingsOf, minutesAfter, refusalSentence, type Resource } from '#engines/booking'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, notFound, page, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { instantInParis } from '#kernel/rules'
import { BookedLoan, BookedSlot } from '../forms.ts'
import { words } from '../locales/index.ts'
import { LoanPage } from '../pages/LoanPage.tsx'
import { MinePage } from '../pages/MinePage.tsx'
import { SlotsPage } from '../pages/SlotsPage.tsx'
import { mandatesOf } from '../queries/mandates.ts'
import { sheetsOf } from '../queries/sheets.ts'
import { freeDays, kindsOfThings, thingById } from '../queries/things.ts'
import type { Tables } from '../schema.ts'
import { home, owner } from '../where.ts'
import type { Request } from './here.ts'

/** A seat, a facilitator's time, something that goes home: chosen from a list of times that are free. The rest is done at `/reservations`. */
export const bookingRoutes = router<Tables>()
  .get(`${home}/choses/:digitalThing`, anyone, async c => {
    const thing = await thingById(c.var, c.req.param('digitalThing') ?? '')
    if (!thing) return notFound(c)
    return thing.kind === 'loan' ? loanPage(c, thing, emptyForm(BookedLoan, { days: '7' })) : slotsPage(c, thing, emptyForm(BookedSlot))
  })

  .post(`${home}/choses/:digitalThing`, resident, async c => {
    const thing = await thingById(c.var, c.req.param('digitalThing') ?? '')
    if (!thing) return notFound(c)
    if (thing.kind === 'loan') return borrow(c, thing)
    const form = await submitted(c, BookedSlot)
    if (!form.ok) return slotsPage(c, thing, form, 422)
    const { slot, minutes, purpose } = form.value
    const asked = await bookTime(c.var, thing, { startsAt: slot, endsAt: minutesAfter(slot, minutes) }, { purpose })
    if (asked.ok) return redirect(c, `/reservations/${asked.booking}`)
    const refusal = refuseField(form, 'slot', refusalSentence(asked, c.var.locale))
    return slotsPage(c, thing, refusal, asked.because === 'standing' ? 422 : 409)
  })

  .get(`${home}/moi`, resident, async c => {
    const { personId } = signedIn(c)
    const { locale, now } = c.var
    const kindOf = await kindsOfThings(c.var)
    const own = (await bookingsOf(c.var, personId, now)).filter(one => one.owner === owner)
    return page(
      c,
      <MinePage
        t={words(locale)}
        locale={locale}
        today={c.var.today}
        done={c.req.query('fait') ?? null}
        bookings={own.map(one => ({ ...one, thingKind: kindOf(one) }))}
        mandates={await mandatesOf(c.var, personId)}
        sheets={await sheetsOf(c.var, personId)}
      />,
    )
  })

/** Noon to noon: a day with 23 or 25 hours stays a day. */
const borrow = async (c: Request, thing: Resource) => {
  const form = await submitted(c, BookedLoan)
  if (!form.ok) return loanPage(c, thing, form, 422)
  const startsAt = instantInParis(form.value.day, '12:00')
  const asked = await bookTime(
    c.var,
    thing,
    { startsAt, endsAt: minutesAfter(startsAt, form.value.days * 1440) },
    { purpose: form.value.purpose },
  )
  if (asked.ok) return redirect(c, `/reservations/${asked.booking}`)
  return loanPage(c, thing, refuseField(form, 'day', refusalSentence(asked, c.var.locale)), asked.because === 'standing' ? 422 : 409)
}

const loanPage = async (c: Request, thing: Resource, form: Form<BookedLoan>, status: 200 | 409 | 422 = 200) => {
  const { locale, today, actor } = c.var
  const free = await freeDays(c.var, thing, { minutes: 1440, within: 45, most: 46 })
  const day = form.values.day ?? free[0]?.day
  const filled = day === undefined ? form : { ...form, values: { ...form.values, day } }
  return page(
    c,
    <LoanPage t={words(locale)} locale={locale} today={today} thing={thing} form={filled} free={free} isKnown={actor.personId !== null} />,
    status,
  )
}

const lengths = { seat: [30, 60, 120], facilitator: [30, 60] } as const
const slotsPage = async (c: Request, thing: Resource & { kind: string }, form: Form<BookedSlot>, status: 200 | 409 | 422 = 200) => {
  const { locale, actor } = c.var
  const kind = thing.kind === 'facilitator' ? 'facilitator' : 'seat'
  const offered: readonly number[] = lengths[kind]
  const asked = Number(form.values.minutes ?? c.req.query('minutes') ?? (kind === 'seat' ? 60 : 30))
  const minutes = offered.includes(asked) ? asked : offered[0]!
  const days = await freeDays(c.var, thing, { minutes, within: kind === 'seat' ? 13 : 44, most: 8 })
  const wanted = c.req.query('jour') ?? form.values.slot?.slice(0, 10)
  const day = days.find(one => one.day === wanted) ?? days[0] ?? null
  return page(
    c,
    <SlotsPage
      t={words(locale)}
      locale={locale}
      thing={thing}
      kind={kind}
      form={form}
      minutes={minutes}
      lengths={offered}
      days={days}
      day={day}
      isKnown={actor.personId !== null}
    />,
    status,
  )
}
