import {
  addSession,
  bookingById,
  bookingsOfSession,
  cancelSession,
  notePresence,
  type Session,
  sessionById,
  sessionPanel,
} from '#engines/booking'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, conflict, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { personNames } from '#kernel/people'
import { instantInParis } from '#kernel/rules'
import { Cancellation, NewWorkshop, Presence } from '../forms.ts'
import { words } from '../locales/index.ts'
import { NewWorkshopPage } from '../pages/NewWorkshopPage.tsx'
import { WorkshopPage } from '../pages/WorkshopPage.tsx'
import { policyFor } from '../queries/space.ts'
import type { Tables } from '../schema.ts'
import { home, owner, workshopPath } from '../where.ts'
import { refusedUnlessRunning, type Request, runs } from './here.ts'

/** Workshops with a level and a waiting list. */
export const workshopRoutes = router<Tables>()
  .get(`${home}/ateliers/nouveau`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    return page(
      c,
      <NewWorkshopPage t={words(c.var.locale)} locale={c.var.locale} form={emptyForm(NewWorkshop, { level: 'debutant', capacity: '8' })} />,
    )
  })

  .post(`${home}/ateliers`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const { locale, now } = c.var
    const t = words(locale)
    const form = await submitted(c, NewWorkshop)
    if (!form.ok) return page(c, <NewWorkshopPage t={t} locale={locale} form={form} />, 422)
    const { name, description, level, needs, day, from, to, capacity } = form.value
    const [startsAt, endsAt] = [instantInParis(day, from), instantInParis(day, to)]
    const wrong =
      startsAt <= now ? (['day', 'workshop.past'] as const) : endsAt <= startsAt ? (['to', 'workshop.backwards'] as const) : null
    if (wrong) return page(c, <NewWorkshopPage t={t} locale={locale} form={refuseField(form, wrong[0], t(wrong[1]))} />, 422)
    const id = await addSession(c.var, {
      owner,
      kind: 'workshop',
      name,
      description,
      path: workshopPath(':id'),
      capacity,
      policy: await policyFor(c.var, 'workshop'),
      details: { level, needs },
      startsAt,
      endsAt,
    })
    await record(c.var, 'workshop.announced', { subject: `session:${id}`, content: { session: id, name } })
    return redirect(c, workshopPath(id))
  })

  .get(`${home}/ateliers/:workshop`, anyone, async c => {
    const workshop = await workshopHere(c)
    return workshop ? workshopPage(c, workshop) : notFound(c)
  })

  .post(`${home}/ateliers/:workshop/presences`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const workshop = await workshopHere(c)
    const form = await submitted(c, Presence)
    const booking = form.ok ? await bookingById(c.var, form.value.booking) : undefined
    if (!workshop || !form.ok || booking?.session !== workshop.id) return notFound(c)
    const noted = await notePresence(c.var, booking, form.value.presence === 'came')
    return noted.ok ? redirect(c, `${workshopPath(workshop.id)}#presences`) : conflict(c, words(c.var.locale)('appointment.tooLate'))
  })

  .post(`${home}/ateliers/:workshop/annulation`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const workshop = await workshopHere(c)
    if (!workshop) return notFound(c)
    if (workshop.cancelledAt !== null) return conflict(c)
    const form = await submitted(c, Cancellation)
    if (!form.ok) return workshopPage(c, workshop, form, 422)
    await cancelSession(c.var, workshop, form.value.reason)
    return redirect(c, workshopPath(workshop.id))
  })

const workshopHere = async (c: Request): Promise<Session | undefined> => {
  const found = await sessionById(c.var, c.req.param('workshop') ?? '0')
  return found && found.owner === owner && found.kind === 'workshop' ? found : undefined
}

const workshopPage = async (
  c: Request,
  workshop: Session,
  cancelling: Form<Cancellation> = emptyForm(Cancellation),
  status: 200 | 422 = 200,
) => {
  const { locale, db } = c.var
  const isStaff = await runs(c)
  const there = isStaff ? await bookingsOfSession(c.var, workshop.id) : []
  const names = await personNames(
    db,
    there.flatMap(({ person }) => person ?? []),
  )
  const people = there
    .filter(({ state }) => state === 'confirmed' || state === 'present' || state === 'absent')
    .map(({ id, state, person }) => ({ id, state, name: names.get(person ?? '') ?? null }))
  const props = { t: words(locale), locale, workshop, panel: await sessionPanel(c.var, workshop) }
  return page(c, <WorkshopPage {...props} staff={isStaff ? { people, form: cancelling } : null} />, status)
}
