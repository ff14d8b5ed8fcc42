import {
  bookingsOfSession,
  bookPlace,
  cancelBooking,
  incidentsOf,
  refusalSentence,
  reportIncident,
  sessionById,
  type Session,
} from '#engines/booking'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { anyone, conflict, forbidden, notFound, page, redirect, resident, router, signedIn, submitted } from '#kernel/http'
import { personNames } from '#kernel/people'
import { aboutService } from '#modules/catalogue'
import { addHarvest } from '../acts/crops.ts'
import { daysOf, gardenOf, thingsOf } from '../acts/gardens.ts'
import { NewHarvest, NewIncident, Repaired } from '../forms.ts'
import { words } from '../locales/index.ts'
import { DayPage } from '../pages/DayPage.tsx'
import { GardenPage, type GardenProps } from '../pages/GardenPage.tsx'
import { harvestOf } from '../queries/crops.ts'
import { type Garden, gardenById, plotsOf } from '../queries/gardens.ts'
import { tenanciesOf } from '../queries/tenancies.ts'
import type { Tables } from '../schema.ts'
import { owner, runsGarden } from '../who.ts'
import { param, type Request, said, stewards } from './shared.tsx'

export const gardenRoutes = router<Tables>()
  .get('/jardins/lieux/:garden', anyone, async c => {
    const garden = await gardenById(c.var, param(c, 'garden'))
    return garden ? page(c, <GardenPage {...await gardenProps(c, garden)} />) : notFound(c)
  })

  .post('/jardins/lieux/:garden/incidents', resident, async c => {
    const garden = await gardenById(c.var, param(c, 'garden'))
    if (!garden) return notFound(c)
    const form = await submitted(c, NewIncident)
    if (!form.ok) return page(c, <GardenPage {...await gardenProps(c, garden, { incident: form })} />, 422)
    const thing = (await thingsOf(c.var, garden.id)).find(one => one.id === form.value.thing)
    if (!thing) return notFound(c)
    await reportIncident(c.var, thing, { kind: 'incident', description: form.value.description })
    return redirect(c, `/jardins/lieux/${garden.id}#materiel`)
  })

  .post('/jardins/lieux/:garden/recoltes', resident, async c => {
    const t = words(c.var.locale)
    const { personId } = signedIn(c)
    const garden = await gardenById(c.var, param(c, 'garden'))
    if (!garden) return notFound(c)
    const plot = await plotHere(c, garden, personId)
    if (plot === undefined && !(await runsGarden(c.var, garden.id))) return forbidden(c, t('only.gardeners'))
    const form = await submitted(c, NewHarvest)
    const again = async (harvested: Form<NewHarvest>) => page(c, <GardenPage {...await gardenProps(c, garden, { harvested })} />, 422)
    if (!form.ok) return again(form)
    if (form.value.on > c.var.today) return again(refuseField(form, 'on', t('harvest.future')))
    const { kind, kilograms, on } = form.value
    await addHarvest(c.var, { garden: garden.id, plot: plot ?? null, on, kind, grams: kilograms })
    return redirect(c, `/jardins/lieux/${garden.id}#recoltes`)
  })

  .get('/jardins/journees/:gardenDay', anyone, async c => {
    const found = await dayOf(c)
    if (!found) return notFound(c)
    const { day, garden } = found
    const bookings = await bookingsOfSession(c.var, day.id)
    const going = bookings.filter(one => ['asked', 'confirmed', 'present', 'offered', 'waiting'].includes(one.state))
    const runs = await runsGarden(c.var, garden.id)
    const names = await personNames(
      c.var.db,
      going.flatMap(one => one.person ?? []),
    )
    const props = {
      ...said(c),
      garden,
      day,
      mine: going.find(one => one.person !== null && one.person === c.var.actor.personId) ?? null,
      isSignedIn: c.var.actor.personId !== null,
      coming: runs
        ? going.filter(one => one.state !== 'waiting').map(one => names.get(one.person ?? '') ?? words(c.var.locale)('tenancy.gone'))
        : null,
      isPast: day.endsAt < c.var.now,
    }
    return page(c, <DayPage {...props} />)
  })

  .post('/jardins/journees/:gardenDay/inscription', resident, async c => {
    const found = await dayOf(c)
    if (!found) return notFound(c)
    const outcome = await bookPlace(c.var, found.day, { waits: true })
    if (!outcome.ok) return conflict(c, refusalSentence(outcome, c.var.locale))
    return redirect(c, `/jardins/journees/${found.day.id}`)
  })

  .post('/jardins/journees/:gardenDay/desistement', resident, async c => {
    const { personId } = signedIn(c)
    const found = await dayOf(c)
    if (!found) return notFound(c)
    const mine = (await bookingsOfSession(c.var, found.day.id)).find(
      one => one.person === personId && ['asked', 'confirmed', 'offered', 'waiting'].includes(one.state),
    )
    const verdict = mine && (await cancelBooking(c.var, mine))
    if (verdict && !verdict.ok) return conflict(c, words(c.var.locale)('day.tooLate'))
    return redirect(c, `/jardins/journees/${found.day.id}`)
  })

/** The day asked for, when it is one of these gardens'. */
const dayOf = async (c: Request): Promise<{ readonly day: Session; readonly garden: Garden } | undefined> => {
  const day = await sessionById(c.var, param(c, 'gardenDay'))
  if (!day || day.owner !== owner || day.body !== c.var.body.id) return undefined
  const garden = await gardenById(c.var, gardenOf(day) || '0')
  return garden && { day, garden }
}
/** The plot that this person has there today. */
const plotHere = async (c: Request, garden: Garden, person: string | null): Promise<string | undefined> =>
  person === null
    ? undefined
    : (await tenanciesOf(c.var, person)).find(one => one.garden === garden.id && one.signedAt !== null && one.endedOn === null)?.plot

export const gardenProps = async (
  c: Request,
  garden: Garden,
  forms: Partial<Pick<GardenProps, 'incident' | 'harvested' | 'repair'>> = {},
) => {
  const things = await thingsOf(c.var, garden.id)
  const known = new Set(things.map(thing => thing.id))
  const runs = await runsGarden(c.var, garden.id)
  return {
    ...said(c),
    garden,
    plots: await plotsOf(c.var, garden.id),
    days: await daysOf(c.var, garden.id),
    things,
    incidents: (await incidentsOf(c.var, owner)).filter(one => known.has(one.resource)),
    harvest: await harvestOf(c.var, garden.id),
    stewards: await stewards(c, garden.id),
    about: await aboutService(c, garden.service),
    incident: emptyForm(NewIncident),
    harvested: emptyForm(NewHarvest, { on: c.var.today }),
    repair: { incident: '', form: emptyForm(Repaired) },
    isSignedIn: c.var.actor.personId !== null,
    gardens: runs || (await plotHere(c, garden, c.var.actor.personId)) !== undefined,
    runs,
    ...forms,
  }
}
