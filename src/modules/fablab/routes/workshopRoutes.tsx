import {
  addEntry,
  addSession,
  blocksIn,
  bookingById,
  bookingsOfSession,
  accountsOfHolders,
  grantPermit,
  holdersOf,
  mayRun,
  nextFree,
  openIn,
  permitHolders,
  quoteOf,
  sessionById,
  sessionsOf,
  signaturesOf,
  signDocument,
} from '#engines/booking'
import { moderationOf } from '#engines/moderation'
import { formCode } from '#engines/paper'
import { formatNumber } from '#kernel/i18n'
import { emptyForm, refuseField } from '#kernel/forms'
import { anyone, type C, conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { personNames } from '#kernel/people'
import { addDays, dayInParis, instantInParis } from '#kernel/rules'
import { aboutService } from '#modules/catalogue'
import { Consumed, Graduates, NewEdition, NewTraining, Signature } from '../forms.ts'
import { words } from '../locales/index.ts'
import { FablabPage } from '../pages/FablabPage.tsx'
import { projectSubject } from '../pages/ProjectPages.tsx'
import { RulesPage, type RulesProps } from '../pages/RulesPage.tsx'
import { RegisterPage, TrainingsPage, type TrainingsProps } from '../pages/TrainingPages.tsx'
import { UsePage } from '../pages/UsePage.tsx'
import { askEdition, type Machine, machineById, machines } from '../queries/machines.ts'
import { materialsOf } from '../queries/materials.ts'
import { ownOutcomes } from '../queries/repairs.ts'
import { trainingPolicy } from '../queries/trainingPolicy.ts'
import { latestProjects, noteConsumption, safetyRules, usesOf, writeRules } from '../queries/workshop.ts'
import { type FablabTables, owner, type Tables } from '../schema.ts'
import { serviceOf } from '../service.ts'

type Here = C<Tables>
const document = 'fablab:securite'

/** The workshop itself, its safety rules, trainings and permits, and what a booking used. */
export const workshopRoutes = router<FablabTables>()
  .get('/fablab', anyone, async c => {
    const all = await machines(c.var)
    const month = { startsAt: c.var.now, endsAt: instantInParis(addDays(c.var.today, 28), '00:00') }
    const calendar = all[0]?.calendar ?? null
    const shown = await latestProjects(c.var, { size: 6, start: 0 })
    const moderated = await moderationOf(
      c.var.db,
      c.var.body.id,
      shown.map(one => projectSubject(one.id)),
    )
    return page(
      c,
      <FablabPage
        t={words(c.var.locale)}
        locale={c.var.locale}
        machines={await withState(c, all)}
        trainings={(await comingTrainings(c)).slice(0, 4)}
        projects={shown.filter(one => moderated.get(projectSubject(one.id)).state === 'visible').slice(0, 3)}
        outcomes={await ownOutcomes(c.var)}
        holders={calendar === null ? [] : await holdersOf(c.var, calendar)}
        accounts={calendar === null ? [] : await accountsOfHolders(c.var, calendar, month)}
        openings={calendar === null ? [] : await openIn(c.var, calendar, month)}
        about={await aboutService(c, await serviceOf(c.var))}
        calendar={calendar}
        runs={await mayRun(c.var, owner)}
      />,
    )
  })

  .get('/fablab/reglement', anyone, async c => rulesPage(c))
  .post('/fablab/reglement', resident, async c => {
    const rules = await safetyRules(c.var)
    if (!rules) return notFound(c)
    const form = await submitted(c, Signature)
    if (!form.ok) return rulesPage(c, { signature: form }, 422)
    await signDocument(c.var, signedIn(c).personId, document, rules.edition)
    return redirect(c, '/fablab/reglement')
  })
  .post('/fablab/reglement/editions', resident, async c => {
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    const form = await submitted(c, NewEdition)
    if (!form.ok) return rulesPage(c, { edition: form }, 422)
    const edition = await writeRules(c.var, form.value.text, form.value.since)
    await askEdition(c.var, edition, form.value.since)
    await record(c.var, 'fablab.rules-written', { subject: `document:${document}`, content: { edition, since: form.value.since } })
    return redirect(c, '/fablab/reglement')
  })

  .get('/fablab/formations', anyone, async c => trainingsPage(c))
  .post('/fablab/formations', resident, async c => {
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    const form = await submitted(c, NewTraining)
    if (!form.ok) return trainingsPage(c, { form }, 422)
    const { day, from, to, capacity, place } = form.value
    const t = words(c.var.locale)
    if (to <= from) return trainingsPage(c, { form: refuseField(form, 'to', t('training.endWrong')) }, 422)
    const machine = await machineById(c.var, form.value.machine)
    if (!machine || machine.permit === '') return notFound(c)
    const training = await addSession(c.var, {
      owner,
      kind: 'training',
      name: words('fr')('training.name', { machine: machine.name }),
      description: words('fr')('training.gives', { label: machine.permitLabel }),
      place,
      capacity,
      policy: await trainingPolicy(c.var),
      startsAt: instantInParis(day, from),
      endsAt: instantInParis(day, to),
      details: { machine: machine.id },
    })
    await record(c.var, 'fablab.training-planned', { subject: `session:${training}`, content: { machine: machine.id } })
    return redirect(c, `/fablab/formations/${training}`)
  })

  .get('/fablab/formations/:training', resident, async c => {
    const found = await trainingOf(c)
    if (!found) return notFound(c)
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    const { training, machine } = found
    const people = (await bookingsOfSession(c.var, training.id)).filter(one =>
      ['confirmed', 'present', 'absent', 'asked'].includes(one.state),
    )
    const names = await personNames(
      c.var.db,
      people.flatMap(one => one.person ?? []),
    )
    const holders = new Set((await permitHolders(c.var, machine.permit)).map(one => one.person))
    return page(
      c,
      <RegisterPage
        t={words(c.var.locale)}
        locale={c.var.locale}
        training={training}
        label={machine.permitLabel}
        until={untilOf(c, machine)}
        people={people.map(one => ({ ...one, name: names.get(one.person ?? '') ?? '–', hasPermit: holders.has(one.person ?? '') }))}
      />,
    )
  })

  .post('/fablab/formations/:training/habilitations', resident, async c => {
    const found = await trainingOf(c)
    if (!found) return notFound(c)
    if (!(await mayRun(c.var, owner))) return forbidden(c)
    const { training, machine } = found
    const form = await submitted(c, Graduates)
    if (!form.ok) return redirect(c, `/fablab/formations/${training.id}`)
    const holders = new Set((await permitHolders(c.var, machine.permit)).map(one => one.person))
    for (const one of await bookingsOfSession(c.var, training.id)) {
      if (form.value[`passed-${one.id}`] === undefined || one.person === null || holders.has(one.person)) continue
      await grantPermit(c.var, {
        name: machine.permit,
        label: machine.permitLabel,
        person: one.person,
        since: c.var.today,
        until: untilOf(c, machine),
        gained: training.name,
      })
    }
    return redirect(c, `/fablab/formations/${training.id}`)
  })

  .get('/fablab/consommations/:booking', resident, async c => {
    const found = await usedBooking(c)
    if (!found) return notFound(c)
    const [declared = ''] = await usesOf(c.var, found.booking.id)
    return page(c, <UsePage t={words(c.var.locale)} locale={c.var.locale} {...found} form={emptyForm(Consumed, { material: declared })} />)
  })
  .post('/fablab/consommations/:booking', resident, async c => {
    const found = await usedBooking(c)
    if (!found) return notFound(c)
    const form = await submitted(c, Consumed)
    const { booking, materials } = found
    if (!form.ok) return page(c, <UsePage t={words(c.var.locale)} locale={c.var.locale} {...found} form={form} />, 422)
    const material = materials.find(one => one.id === form.value.material)
    if (!material) return notFound(c)
    if (booking.state !== 'confirmed' && booking.state !== 'present') return conflict(c)
    const t = words(c.var.locale)
    const unit = t(`unit.${material.unit}`)
    // A hundredth of a cent counts in the price of one gram; only the total is rounded.
    const quote = quoteOf(
      { kind: 'flat', per: 'unit', cents: material.centsPerUnit, unit },
      { span: booking, quotient: null, units: form.value.quantity },
    )
    await noteConsumption(c.var, booking.id, material.id, form.value.quantity, quote.cents)
    if (quote.cents > 0)
      await addEntry(c.var, booking, {
        kind: 'charge',
        cents: quote.cents,
        label: t('use.label', { name: material.name, quantity: formatNumber(form.value.quantity, c.var.locale), unit }),
        quote,
      })
    return redirect(c, `/reservations/${booking.id}#compte`)
  })

const comingTrainings = (c: Here) =>
  sessionsOf(c.var, owner, { startsAt: c.var.now, endsAt: instantInParis(addDays(c.var.today, 200), '00:00') }, 'training')

const withState = async (c: Here, all: readonly Machine[]) => {
  const now = { startsAt: c.var.now, endsAt: new Date(Date.parse(c.var.now) + 60_000).toISOString() }
  const blocks = await blocksIn(
    c.var,
    all.map(one => one.id),
    now,
  )
  const shown = []
  for (const machine of all) {
    const blocked = blocks.find(one => one.resource === machine.id)?.reason ?? null
    const hour = { startsAt: c.var.now, endsAt: new Date(Date.parse(c.var.now) + 3_600_000).toISOString() }
    shown.push({ ...machine, blocked, nextFree: blocked === null ? await nextFree(c.var, machine, hour) : null })
  }
  return shown
}

const trainingOf = async (c: Here) => {
  const training = await sessionById(c.var, c.req.param('training') ?? '0')
  if (!training || training.owner !== owner || training.kind !== 'training') return null
  const { machine: id } = training.details as { machine?: string } // written by this very file
  const machine = id === undefined ? undefined : await machineById(c.var, id)
  return machine ? { training, machine } : null
}
const untilOf = (c: Here, { permitMonths }: Machine) => addDays(c.var.today, Math.round(permitMonths * 30.44))

/** A machine's booking, for the person themselves or whoever runs the workshop. */
const usedBooking = async (c: Here) => {
  const booking = await bookingById(c.var, c.req.param('booking') ?? '')
  if (!booking || booking.owner !== owner || booking.resource === null || booking.kind !== 'time') return null
  if (booking.person !== signedIn(c).personId && !(await mayRun(c.var, owner))) return null
  return {
    booking,
    materials: (await materialsOf(c.var, booking.resource, dayInParis(booking.startsAt))).filter(one => one.verdict === 'allowed'),
  }
}

const rulesPage = async (c: Here, more: Partial<RulesProps> = {}, status: 200 | 422 = 200) => {
  const rules = await safetyRules(c.var)
  const { personId } = c.var.actor
  const signed = personId === null ? [] : await signaturesOf(c.var, personId)
  return page(
    c,
    <RulesPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      rules={rules}
      isSigned={rules !== null && signed.some(one => one.document === document && one.edition === rules.edition)}
      isSignedIn={personId !== null}
      runs={await mayRun(c.var, owner)}
      code={await formCode(c.var, '/fablab/reglement')}
      {...more}
    />,
    status,
  )
}

const trainingsPage = async (c: Here, more: Partial<TrainingsProps> = {}, status: 200 | 422 = 200) =>
  page(
    c,
    <TrainingsPage
      t={words(c.var.locale)}
      locale={c.var.locale}
      trainings={await comingTrainings(c)}
      machines={await machines(c.var)}
      runs={await mayRun(c.var, owner)}
      {...more}
    />,
    status,
  )
