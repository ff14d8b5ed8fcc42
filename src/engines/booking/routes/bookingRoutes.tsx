import { refuseField } from '#kernel/forms'
import { conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { personNames } from '#kernel/people'
import { addEntry } from '../acts/account.ts'
import { cancelBooking, decideBooking, notePresence } from '../acts/changeBooking.ts'
import { endEarly, mayEndEarly } from '../acts/endEarly.ts'
import { reportIncident } from '../acts/incidents.ts'
import { acceptOffer, endOffer } from '../acts/offers.ts'
import { mayRun } from '../acts/stewards.ts'
import { AccountLine, Cancellation, Decision, OfferAnswer, PresenceNote, Report } from '../forms.ts'
import { words } from '../locales/index.ts'
import { BookingPage, type BookingProps } from '../pages/BookingPage.tsx'
import { type Booking, bookingById, earlyEndOf, entriesOf, stepsOf, waitingFor } from '../queries/bookings.ts'
import { policyOn } from '../queries/policies.ts'
import { resourceById } from '../queries/resources.ts'
import { countedOf } from '../rules/earlyEnd.ts'
import type { Tables } from '../tables.ts'
import { type Here, unless } from './here.ts'

const base = '/reservations'
interface Found {
  readonly booking: Booking
  readonly isOwn: boolean
  readonly runs: boolean
}

/** Does what the handler says with the booking of this request; 404 for whoever may not know of it. */
const withBooking = (work: (c: Here, found: Found) => Promise<Response>) => async (c: Here) => {
  const booking = await bookingById(c.var, c.req.param('booking') ?? '')
  if (!booking) return notFound(c)
  const isOwn = booking.person !== null && booking.person === signedIn(c).personId
  const runs = await mayRun(c.var, booking.owner)
  return isOwn || runs ? work(c, { booking, isOwn, runs }) : notFound(c)
}
/** The same for those who run the service in the body that owns the thing; 403 for the person themselves, and for those of another body. */
const running = (work: (c: Here, found: Found) => Promise<Response>) =>
  withBooking(async (c, found) => (found.runs && found.booking.heldBy === c.var.body.id ? work(c, found) : forbidden(c)))

/** One booking, and everything done with it. */
export const bookingRoutes = router<Tables>()
  .get(
    `${base}/:booking`,
    resident,
    withBooking((c, found) => bookingPage(c, found)),
  )

  .post(
    `${base}/:booking/annulation`,
    resident,
    withBooking(async (c, found) => {
      const form = await submitted(c, Cancellation)
      if (!form.ok) return bookingPage(c, found, { cancellation: form }, 422)
      const decides = found.runs && !found.isOwn
      if (decides && form.value.reason === '')
        return bookingPage(c, found, { cancellation: refuseField(form, 'reason', words(c.var.locale)('booking.reasonNeeded')) }, 422)
      return unless(c, await cancelBooking(c.var, found.booking, { reason: form.value.reason, runs: found.runs }), () => back(c, found))
    }),
  )

  .post(
    `${base}/:booking/retour`,
    resident,
    withBooking(async (c, found) => unless(c, await endEarly(c.var, found.booking, { runs: found.runs }), () => back(c, found))),
  )

  .post(
    `${base}/:booking/offre`,
    resident,
    withBooking(async (c, found) => {
      const form = await submitted(c, OfferAnswer)
      if (!form.ok) return bookingPage(c, found, {}, 422)
      if (!found.isOwn) return forbidden(c)
      const verdict =
        form.value.answer === 'accept' ? await acceptOffer(c.var, found.booking) : await endOffer(c.var, found.booking, 'declined')
      return unless(c, verdict, () => back(c, found))
    }),
  )

  .post(
    `${base}/:booking/accord`,
    resident,
    running(async (c, found) => {
      const form = await submitted(c, Decision)
      if (!form.ok) return bookingPage(c, found, { decision: form }, 422)
      const agreed = form.value.decision === 'agree'
      if (!agreed && form.value.reason === '')
        return bookingPage(c, found, { decision: refuseField(form, 'reason', words(c.var.locale)('booking.reasonNeeded')) }, 422)
      return unless(c, await decideBooking(c.var, found.booking, agreed, form.value.reason), () => back(c, found))
    }),
  )

  .post(
    `${base}/:booking/presence`,
    resident,
    running(async (c, found) => {
      const form = await submitted(c, PresenceNote)
      if (!form.ok) return bookingPage(c, found, {}, 422)
      return unless(c, await notePresence(c.var, found.booking, form.value.presence === 'came', form.value.reason), () => back(c, found))
    }),
  )

  .post(
    `${base}/:booking/compte`,
    resident,
    running(async (c, found) => {
      if (found.booking.kind === 'block') return conflict(c)
      const form = await submitted(c, AccountLine)
      if (!form.ok) {
        const shown = form.errors.amount ? refuseField(form, 'amount', words(c.var.locale)('booking.amountWrong')) : form
        return bookingPage(c, found, { line: shown }, 422)
      }
      const { kind, amount, label } = form.value
      await addEntry(c.var, found.booking, { kind, cents: amount, label })
      return redirect(c, `${base}/${found.booking.id}#compte`)
    }),
  )

  .post(
    `${base}/:booking/incident`,
    resident,
    withBooking(async (c, found) => {
      const form = await submitted(c, Report)
      if (!form.ok) return bookingPage(c, found, { report: form }, 422)
      const resource = found.booking.resource === null ? undefined : await resourceById(c.var, found.booking.resource)
      if (!resource || resource.body !== c.var.body.id) return conflict(c)
      await reportIncident(c.var, resource, { kind: 'incident', description: form.value.text, booking: found.booking.id })
      return redirect(c, resource.path)
    }),
  )

/** What would be counted if it ended now; null when this person may not say so, or when nothing is under way. */
const earlyFor = async (c: Here, { booking, runs }: Found): Promise<BookingProps['early']> => {
  if (!(await mayEndEarly(c.var, booking, { runs })).ok) return null
  const { rules } = await policyOn(c.var, booking.policy, booking.startsAt.slice(0, 10), booking.heldBy)
  return { ...countedOf(rules, booking, c.var.now), step: rules.length.step }
}
const back = (c: Here, { booking }: Found) => redirect(c, `${base}/${booking.id}`)
const bookingPage = async (c: Here, { booking, isOwn, runs }: Found, forms: Partial<BookingProps> = {}, status: 200 | 422 = 200) => {
  const steps = await stepsOf(c.var, booking.id)
  const names = await personNames(c.var.db, [...steps.flatMap(step => step.by ?? []), ...(booking.person === null ? [] : [booking.person])])
  const waiting =
    booking.state !== 'waiting'
      ? []
      : await waitingFor(
          c.var,
          booking.session === null
            ? { resource: booking.resource ?? '0', startsAt: booking.startsAt, endsAt: booking.endsAt }
            : { session: booking.session },
        )
  const rank = waiting.find(one => one.id === booking.id)?.rank
  return page(
    c,
    <BookingPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      now={c.var.now}
      booking={booking}
      steps={steps.map(step => ({ ...step, name: runs && step.by !== null ? (names.get(step.by) ?? null) : null }))}
      entries={await entriesOf(c.var, booking.id)}
      rank={rank === undefined ? null : { rank, total: waiting.length }}
      ended={(await earlyEndOf(c.var, booking.id)) ?? null}
      early={await earlyFor(c, { booking, isOwn, runs })}
      isOwn={isOwn}
      runs={runs}
      keeps={runs && booking.heldBy === c.var.body.id}
      personName={runs && booking.person !== null ? (names.get(booking.person) ?? null) : null}
      {...forms}
    />,
    status,
  )
}
