import { addException, addOpening, calendarFacts, endOpening, policiesOf, resourceById, resourcesOf } from '#engines/booking'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { record } from '#kernel/journal'
import { addDays, instantInParis } from '#kernel/rules'
import { readServices, serviceNamed } from '#modules/catalogue'
import { EndedOpening, NewClosure, NewOpening, NewThing, Retired } from '../forms.ts'
import { words } from '../locales/index.ts'
import { PlacePage } from '../pages/PlacePage.tsx'
import { SettingsPage } from '../pages/SettingsPage.tsx'
import { standard } from '../place.ts'
import { PlaceForm, readPlace } from '../placeForm.ts'
import { savePlace, spaceFor, spaceOf } from '../queries/space.ts'
import { addFacilitator, addThing, isKind, possibleFacilitators, retireThing, thingById } from '../queries/things.ts'
import type { Tables } from '../schema.ts'
import { home, owner } from '../where.ts'
import { refusedUnlessRunning, type Request } from './here.ts'

const path = `${home}/reglages`

/** What the commune sets: when it is open, what can be booked, who receives people, how the place is described to the country. */
export const settingsRoutes = router<Tables>()
  .get(path, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    return refusal ?? settings(c, {})
  })

  .post(`${path}/ouvertures`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const opening = await submitted(c, NewOpening)
    if (!opening.ok) return settings(c, { opening })
    const { whose, days, from, to, since } = opening.value
    const minutes = minutesBetween(from, to)
    if (minutes <= 0) return settings(c, { opening: refuseField(opening, 'to', words(c.var.locale)('workshop.backwards')) })
    const facilitator = whose === 'space' ? null : await thingById(c.var, whose)
    const calendar = whose === 'space' ? (await spaceFor(c.var)).calendar : (facilitator?.calendar ?? null)
    if (calendar === null) return settings(c, { opening: refuseField(opening, 'whose', words(c.var.locale)('settings.nobody')) })
    await addOpening(c.var, calendar, { firstDay: since, starts: from, minutes, rule: `FREQ=WEEKLY;BYDAY=${days.join(',')}` })
    await record(c.var, 'opening.added', { subject: `calendar:${calendar}`, content: { owner, days, from, to } })
    return redirect(c, `${path}#horaires`)
  })

  .post(`${path}/ouvertures/fin`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const form = await submitted(c, EndedOpening)
    if (!form.ok || !(await ownOpenings(c)).includes(form.value.opening)) return notFound(c)
    await endOpening(c.var, form.value.opening, addDays(c.var.today, -1))
    await record(c.var, 'opening.ended', { subject: `opening:${form.value.opening}`, content: { owner } })
    return redirect(c, `${path}#horaires`)
  })

  .post(`${path}/fermetures`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const closure = await submitted(c, NewClosure)
    if (!closure.ok) return settings(c, { closure })
    const { first, last, reason } = closure.value
    const t = words(c.var.locale)
    if (last < first) return settings(c, { closure: refuseField(closure, 'last', t('settings.lastFirst')) })
    const span = { startsAt: instantInParis(first, '00:00'), endsAt: instantInParis(addDays(last, 1), '00:00') }
    const { calendar } = await spaceFor(c.var)
    const facilitators = await resourcesOf(c.var, owner, 'facilitator')
    // The space closed, nobody receives there.
    for (const one of [calendar, ...facilitators.flatMap(found => found.calendar ?? [])])
      await addException(c.var, one, { ...span, kind: 'closed', reason })
    await record(c.var, 'closure.added', { subject: `calendar:${calendar}`, content: { owner, first, last, reason } })
    return redirect(c, `${path}#horaires`)
  })

  .post(`${path}/choses`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const thing = await submitted(c, NewThing)
    if (!thing.ok) return settings(c, { thing })
    const { kind, name, description, equipment, person } = thing.value
    const t = words(c.var.locale)
    if (kind === 'facilitator') {
      const chosen = (await possibleFacilitators(c.var)).find(({ id }) => id === person)
      if (!chosen) return settings(c, { thing: refuseField(thing, 'person', t('settings.mustChoose')) })
      await addFacilitator(c.var, { person: chosen.id, name: chosen.name, title: description || (chosen.title ?? '') })
    } else {
      if (name === '') return settings(c, { thing: refuseField(thing, 'name', t('settings.mustName')) })
      const id = await addThing(c.var, { kind, name, description, equipment })
      await record(c.var, 'resource.added', { subject: `resource:${id}`, content: { owner, name } })
    }
    return redirect(c, `${path}#choses`)
  })

  .post(`${path}/choses/retrait`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const form = await submitted(c, Retired)
    const thing = form.ok ? await resourceById(c.var, form.value.thing) : undefined
    if (!thing || thing.owner !== owner || thing.body !== c.var.body.id) return notFound(c)
    await retireThing(c.var, thing.id)
    await record(c.var, 'resource.archived', { subject: `resource:${thing.id}`, content: { owner, name: thing.name } })
    return redirect(c, `${path}#choses`)
  })

  .get(`${home}/lieu`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const space = await spaceOf(c.var)
    const kept = Object.fromEntries(
      Object.entries(space?.fields ?? {}).map(([name, value]) => [name, value.includes('|') ? value.split('|') : value]),
    )
    return placePage(c, emptyForm(PlaceForm, { ...kept, ...(space?.service ? { service: space.service } : {}) }))
  })

  .post(`${home}/lieu`, resident, async c => {
    const refusal = await refusedUnlessRunning(c)
    if (refusal) return refusal
    const t = words(c.var.locale)
    const form = await submitted(c, PlaceForm)
    if (!form.ok) return placePage(c, form, 422)
    const { fields, faults } = readPlace(form.value)
    if (faults.length > 0) {
      const errors = Object.fromEntries(faults.map(({ field, because }) => [field, t(`place.fault.${because}`)]))
      return placePage(c, { values: form.values, errors: { ...form.errors, ...errors } }, 422)
    }
    const { service } = form.value
    if (service !== '' && (await serviceNamed(c.var, service)) === null)
      return placePage(c, refuseField(form, 'service', t('place.noSuchService')), 422)
    await savePlace(c.var, { fields, service: service === '' ? null : service })
    await record(c.var, 'place.described', { subject: 'place:digital', content: { owner } })
    return redirect(c, home)
  })

const minutesBetween = (from: string, to: string) => clock(to) - clock(from)
const clock = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5))

/** The numbers of the openings of this space and of its facilitators. */
const ownOpenings = async (c: Request) => {
  const space = await spaceOf(c.var)
  const calendars = [space?.calendar, ...(await resourcesOf(c.var, owner, 'facilitator')).map(({ calendar }) => calendar)]
  const numbers: string[] = []
  for (const calendar of calendars) if (calendar) numbers.push(...(await calendarFacts(c.var, calendar)).openings.map(({ id }) => id))
  return numbers
}

interface Forms {
  readonly opening?: Form<NewOpening>
  readonly closure?: Form<NewClosure>
  readonly thing?: Form<NewThing>
}
const settings = async (c: Request, forms: Forms) => {
  const { locale, today } = c.var
  const space = await spaceOf(c.var)
  const things = await resourcesOf(c.var, owner)
  const calendars = [
    ...(space ? [{ name: null, calendar: space.calendar }] : []),
    ...things.flatMap(({ kind, name, calendar }) => (kind === 'facilitator' && calendar ? [{ name, calendar }] : [])),
  ]
  const hours = []
  for (const one of calendars) {
    const { openings, exceptions } = await calendarFacts(c.var, one.calendar)
    hours.push({ ...one, openings: openings.filter(({ lastDay }) => lastDay === null || lastDay >= today), exceptions })
  }
  return page(
    c,
    <SettingsPage
      t={words(locale)}
      locale={locale}
      now={c.var.now}
      today={today}
      hours={hours}
      things={things}
      policies={(await policiesOf(c.var, owner)).flatMap(({ id, name }) =>
        isKind(name) || name === 'workshop' ? [{ id, kind: name }] : [],
      )}
      people={await possibleFacilitators(c.var)}
      opening={forms.opening ?? emptyForm(NewOpening, { whose: 'space', since: today })}
      closure={forms.closure ?? emptyForm(NewClosure)}
      thing={forms.thing ?? emptyForm(NewThing, { kind: 'seat' })}
    />,
    Object.keys(forms).length > 0 ? 422 : 200,
  )
}

const placePage = async (c: Request, form: Form<PlaceForm>, status: 200 | 422 = 200) => {
  const services = (await readServices(c.var.db, c.var.body.id)).map(({ id, name }) => ({ value: id, label: name }))
  return page(c, <PlacePage t={words(c.var.locale)} form={form} services={services} standard={standard} />, status)
}
