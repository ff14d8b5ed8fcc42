import { refuseField } from '#kernel/forms'
import { anyone, conflict, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { addDays, instantInParis } from '#kernel/rules'
import { bookPlace, bookTime, type Outcome } from '../acts/book.ts'
import { BookedPlace, BookedTime } from '../forms.ts'
import { words } from '../locales/index.ts'
import { SessionPage } from '../pages/SessionPage.tsx'
import { ThingPage } from '../pages/ThingPage.tsx'
import { WaitingPage } from '../pages/WaitingPage.tsx'
import { sessionPanel, thingPanel } from '../panels.ts'
import { bookingById, waitingFor } from '../queries/bookings.ts'
import { policyOn } from '../queries/policies.ts'
import { resourceById } from '../queries/resources.ts'
import { sessionById } from '../queries/sessions.ts'
import { minutesAfter } from '../rules/spans.ts'
import { refusalSentence } from '../say.ts'
import type { Tables } from '../tables.ts'
import type { Here } from './here.ts'

const base = '/reservations'

/** What can be booked, its week, its places, its waiting list; and booking it. */
export const thingRoutes = router<Tables>()
  .get(`${base}/choses/:bookable`, anyone, async c => {
    const resource = await resourceById(c.var, c.req.param('bookable') ?? '0')
    return resource
      ? page(c, <ThingPage {...await thingPanel(c.var, resource, { day: c.req.query('jour'), path: here(resource.id) })} />)
      : notFound(c)
  })

  .post(`${base}/choses/:bookable`, resident, async c => {
    const resource = await resourceById(c.var, c.req.param('bookable') ?? '0')
    if (!resource) return notFound(c)
    const form = await submitted(c, BookedTime)
    const again = async (shown: typeof form, status: 409 | 422) =>
      page(
        c,
        <ThingPage
          {...await thingPanel(c.var, resource, { day: [shown.values.day ?? ''].flat()[0], path: here(resource.id), form: shown })}
        />,
        status,
      )
    if (!form.ok) return again(form, 422)
    const { day, from, to, purpose, quotient, waits } = form.value
    // An end that is not later is on the next day: a night.
    const span = { startsAt: instantInParis(day, from), endsAt: instantInParis(to > from ? day : addDays(day, 1), to) }
    if (span.endsAt <= span.startsAt) return again(refuseField(form, 'to', words(c.var.locale)('book.endWrong')), 422)
    const outcome = await bookTime(c.var, resource, span, { purpose, quotient: quotient ?? null, waits })
    return outcome.ok
      ? redirect(c, `${base}/${outcome.booking}`)
      : again(refuseField(form, '', refusalSentence(outcome, c.var.locale)), statusOf(outcome))
  })

  .get(`${base}/choses/:bookable/attente`, anyone, async c => {
    const resource = await resourceById(c.var, c.req.param('bookable') ?? '0')
    if (!resource) return notFound(c)
    const waiting = await waitingFor(c.var, { resource: resource.id, startsAt: c.var.now, endsAt: minutesAfter(c.var.now, 525_600) })
    return waitingPage(c, resource, waiting)
  })

  .get(`${base}/seances/:bookedSession`, anyone, async c => {
    const session = await sessionById(c.var, c.req.param('bookedSession') ?? '0')
    return session ? page(c, <SessionPage {...await sessionPanel(c.var, session)} />) : notFound(c)
  })

  .post(`${base}/seances/:bookedSession`, resident, async c => {
    const session = await sessionById(c.var, c.req.param('bookedSession') ?? '0')
    if (!session) return notFound(c)
    const form = await submitted(c, BookedPlace)
    if (!form.ok) return page(c, <SessionPage {...await sessionPanel(c.var, session, form)} />, 422)
    const { places, quotient, waits } = form.value
    const outcome = await bookPlace(c.var, session, { places, quotient: quotient ?? null, waits })
    if (outcome.ok) return redirect(c, `${base}/${outcome.booking}`)
    const said = refusalSentence(outcome, c.var.locale)
    if (outcome.because === 'twice' || outcome.because === 'cancelled') return conflict(c, said)
    return page(c, <SessionPage {...await sessionPanel(c.var, session, refuseField(form, '', said))} />, statusOf(outcome))
  })

  .get(`${base}/seances/:bookedSession/attente`, anyone, async c => {
    const session = await sessionById(c.var, c.req.param('bookedSession') ?? '0')
    return session ? waitingPage(c, session, await waitingFor(c.var, { session: session.id })) : notFound(c)
  })

const here = (id: string) => `${base}/choses/${id}`
/** What one could have known is to be corrected; what somebody else did is a conflict. */
const statusOf = (outcome: Outcome & { readonly ok: false }): 409 | 422 =>
  outcome.because === 'standing' || outcome.because === 'closed' ? 422 : 409

const waitingPage = async (
  c: Here,
  thing: { readonly name: string; readonly path: string; readonly policy: string; readonly body: number },
  waiting: Awaited<ReturnType<typeof waitingFor>>,
) => {
  const { rules } = await policyOn(c.var, thing.policy, c.var.today, thing.body)
  const { personId } = c.var.actor
  let own: string | null = null
  if (personId !== null)
    for (const one of waiting) if (own === null && (await bookingById(c.var, one.id))?.person === personId) own = one.id
  return page(
    c,
    <WaitingPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      thing={thing}
      waiting={waiting}
      offerHours={rules.waiting?.offerHours ?? null}
      own={own}
    />,
  )
}
