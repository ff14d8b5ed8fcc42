import { bookingById, notePresence, pastBookingsOf } from '#engines/booking'
import { conflict, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { personNames } from '#kernel/people'
import { addDays } from '#kernel/rules'
import { emptyForm } from '#kernel/forms'
import { handOver, takeBack } from '../acts/loans.ts'
import { LoanBack, OwnPresence } from '../forms.ts'
import { words } from '../locales/index.ts'
import { AppointmentPage } from '../pages/AppointmentPage.tsx'
import { DeskPage } from '../pages/DeskPage.tsx'
import { LoanDeskPage } from '../pages/LoanDeskPage.tsx'
import { activitiesOn } from '../queries/activity.ts'
import { loanLines } from '../queries/loans.ts'
import { mandatesOf } from '../queries/mandates.ts'
import { bookedOn, kindsOfThings } from '../queries/things.ts'
import { stateOn } from '../rules/mandate.ts'
import type { Tables } from '../schema.ts'
import { appointmentPath, home, owner } from '../where.ts'
import { facilitates, refusedUnlessRunning, type Request } from './here.ts'
import { loansOut } from '../queries/loansOut.ts'

/** The day of whoever runs the space: who comes, what is lent, what was done. */
export const deskRoutes = router<Tables>()
  .get(`${home}/accueil`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const { db, today, locale } = c.var
    const booked = await bookedOn(c.var, today)
    const tomorrow = await bookedOn(c.var, addDays(today, 1))
    const loans = await loansOut(c.var)
    const names = await personNames(
      db,
      [...booked, ...tomorrow, ...loans].flatMap(({ person }) => person ?? []),
    )
    const named = <One extends { readonly person: string | null }>(one: One) => ({ ...one, name: names.get(one.person ?? '') ?? null })
    return page(
      c,
      <DeskPage
        t={words(locale)}
        locale={locale}
        today={today}
        now={c.var.now}
        booked={booked.filter(({ thingKind }) => thingKind !== 'loan').map(named)}
        tomorrow={tomorrow.filter(({ thingKind }) => thingKind === 'facilitator').map(named)}
        loans={loans.map(named)}
        facilitates={await facilitates(c)}
        records={await activitiesOn(c.var, today)}
      />,
    )
  })

  .get(`${home}/rendez-vous/:digitalAppointment`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const appointment = await appointmentHere(c)
    if (!appointment) return notFound(c)
    const { locale, today, db } = c.var
    const { person } = appointment
    const names = person === null ? new Map<string, string>() : await personNames(db, [person])
    const isFacilitator = await facilitates(c)
    const mandates =
      person === null || !isFacilitator ? [] : (await mandatesOf(c.var, person)).filter(one => stateOn(one, today) === 'active')
    const past = person === null ? [] : await pastBookingsOf(c.var, person, c.var.now, { size: 50, start: 0 })
    return page(
      c,
      <AppointmentPage
        t={words(locale)}
        locale={locale}
        appointment={appointment}
        name={names.get(person ?? '') ?? null}
        mandates={mandates}
        facilitates={isFacilitator}
        before={past.filter(one => one.owner === owner && one.state === 'present' && one.id !== appointment.id).length}
      />,
    )
  })

  .post(`${home}/rendez-vous/:digitalAppointment/presence`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const appointment = await appointmentHere(c)
    const form = await submitted(c, OwnPresence)
    if (!appointment || !form.ok) return notFound(c)
    const noted = await notePresence(c.var, appointment, form.value.presence === 'came')
    return noted.ok ? redirect(c, appointmentPath(appointment.id)) : conflict(c, words(c.var.locale)('appointment.tooLate'))
  })

  .get(`${home}/prets/:digitalLoan`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    return loanDesk(c)
  })

  .post(`${home}/prets/:digitalLoan/remise`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const loan = await loanHere(c)
    if (!loan) return notFound(c)
    const done = await handOver(c.var, loan)
    return done.ok ? redirect(c, `${home}/accueil`) : conflict(c, words(c.var.locale)('loan.cannotHand'))
  })

  .post(`${home}/prets/:digitalLoan/retour`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const loan = await loanHere(c)
    if (!loan) return notFound(c)
    const form = await submitted(c, LoanBack)
    if (!form.ok) return loanDesk(c, form)
    const done = await takeBack(c.var, loan, form.value)
    return done.ok ? redirect(c, `${home}/accueil`) : conflict(c, words(c.var.locale)('loan.cannotReturn'))
  })

/** A facilitator's time that somebody booked. */
const appointmentHere = async (c: Request) => {
  const booking = await bookingById(c.var, c.req.param('digitalAppointment') ?? '')
  if (!booking || booking.owner !== owner || booking.kind !== 'time') return undefined
  return (await kindsOfThings(c.var))(booking) === 'loan' ? undefined : booking
}
const loanHere = async (c: Request) => {
  const booking = await bookingById(c.var, c.req.param('digitalLoan') ?? '')
  if (!booking || booking.owner !== owner || booking.kind !== 'time') return undefined
  return (await kindsOfThings(c.var))(booking) === 'loan' ? booking : undefined
}
const loanDesk = async (c: Request, form: Parameters<typeof LoanDeskPage>[0]['form'] = emptyForm(LoanBack, { state: 'fine' })) => {
  const loan = await loanHere(c)
  if (!loan) return notFound(c)
  const names = await personNames(c.var.db, loan.person ? [loan.person] : [])
  const props = { t: words(c.var.locale), locale: c.var.locale, loan, form, lines: await loanLines(c.var, [loan.id]) }
  const isWrong = Object.values(form.errors).some(Boolean)
  return page(c, <LoanDeskPage {...props} name={names.get(loan.person ?? '') ?? null} />, isWrong ? 422 : 200)
}
