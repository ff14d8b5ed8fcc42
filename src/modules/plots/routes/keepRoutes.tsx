import { closeIncident, endSteward, incidentsOf, nameSteward, stewardsOf } from '#engines/booking'
import { emptyForm, refuseField } from '#kernel/forms'
import { agent, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { personNames } from '#kernel/people'
import { readServices } from '#modules/catalogue'
import { addDay, addThing, gardenOf, saveGarden, savePlot, thingsOf, withdrawPlot } from '../acts/gardens.ts'
import { NewDay, NewGarden, NewPlotForm, NewSteward, NewThing, Repaired, Withdrawal } from '../forms.ts'
import { words } from '../locales/index.ts'
import { BoardPage, KeepGardenPage, type KeepProps } from '../pages/DeskPages.tsx'
import { NewGardenPage } from '../pages/NewGardenPage.tsx'
import { GardenPage } from '../pages/GardenPage.tsx'
import { type Garden, gardenById, gardensOf, plotById, plotsOf } from '../queries/gardens.ts'
import { heldIn, lettersOf, openSteps } from '../queries/tenancies.ts'
import { lastVisitsOf } from '../queries/board.ts'
import type { Tables } from '../schema.ts'
import { gardenOwner, gardensRun, owner, runsGarden } from '../who.ts'
import { gardenProps } from './gardenRoutes.tsx'
import { param, type Request, said, stewards } from './shared.tsx'

export const keepRoutes = router<Tables>()
  .get('/jardins/tenue', resident, async c => {
    const run = await gardensRun(c.var)
    if (run !== null && run.length === 0) return forbidden(c, words(c.var.locale)('only.stewards'))
    const held = await heldIn(c.var, run)
    const own = new Set(held.map(one => one.id))
    const paper = (await lettersOf(c.var).where('channel', '=', 'paper').where('handed_on', 'is', null).execute()).filter(
      one => run === null || (one.tenancy !== null && own.has(one.tenancy)),
    )
    const names = await personNames(
      c.var.db,
      paper.flatMap(one => one.person ?? []),
    )
    const props = {
      ...said(c),
      held,
      steps: (await openSteps(c.var)).filter(step => own.has(step.tenancy)),
      gardens: (await gardensOf(c.var)).filter(one => run === null || run.includes(one.id)),
      paper: paper.map(one => ({ ...one, name: names.get(one.person ?? '') ?? words(c.var.locale)('tenancy.gone') })),
      lastVisits: await lastVisitsOf(c.var),
    }
    return page(c, <BoardPage {...props} />)
  })

  .post('/jardins/courriers/:plotLetter/remise', resident, async c => {
    const run = await gardensRun(c.var)
    if (run !== null && run.length === 0) return forbidden(c, words(c.var.locale)('only.stewards'))
    const letter = await lettersOf(c.var).where('id', '=', param(c, 'plotLetter')).where('channel', '=', 'paper').executeTakeFirst()
    const own = new Set((await heldIn(c.var, run)).map(one => one.id))
    if (!letter || (run !== null && (letter.tenancy === null || !own.has(letter.tenancy)))) return notFound(c)
    await c.var.db
      .updateTable('plots.letter')
      .set({ handed_on: c.var.today })
      .where('body_id', '=', c.var.body.id)
      .where('id', '=', letter.id)
      .where('handed_on', 'is', null)
      .execute()
    return redirect(c, '/jardins/tenue')
  })

  .get('/jardins/lieux/nouveau', agent, async c => page(c, <NewGardenPage {...await newGarden(c)} form={emptyForm(NewGarden)} />))

  .post('/jardins/lieux', agent, async c => {
    const form = await submitted(c, NewGarden)
    if (!form.ok) return page(c, <NewGardenPage {...await newGarden(c)} form={form} />, 422)
    if ((await gardensOf(c.var)).some(one => one.name.toLowerCase() === form.value.name.toLowerCase()))
      return page(
        c,
        <NewGardenPage {...await newGarden(c)} form={refuseField(form, 'name', words(c.var.locale)('garden.nameTaken'))} />,
        422,
      )
    const id = await saveGarden(c.var, { ...form.value, service: form.value.service || null })
    return redirect(c, `/jardins/lieux/${id}/tenue`)
  })

  .get('/jardins/lieux/:garden/tenue', resident, async c => {
    const garden = await kept(c)
    return garden instanceof Response ? garden : page(c, <KeepGardenPage {...await keepProps(c, garden)} />)
  })

  .post('/jardins/lieux/:garden/journees', resident, async c => {
    const garden = await kept(c)
    if (garden instanceof Response) return garden
    const form = await submitted(c, NewDay)
    if (!form.ok) return page(c, <KeepGardenPage {...await keepProps(c, garden, { day: form })} />, 422)
    if (form.value.on <= c.var.today) {
      const refusal = refuseField(form, 'on', words(c.var.locale)('day.past'))
      return page(c, <KeepGardenPage {...await keepProps(c, garden, { day: refusal })} />, 422)
    }
    return redirect(c, `/jardins/journees/${await addDay(c.var, garden, form.value)}`)
  })

  .post('/jardins/lieux/:garden/materiel', resident, async c => {
    const garden = await kept(c)
    if (garden instanceof Response) return garden
    const form = await submitted(c, NewThing)
    if (!form.ok) return page(c, <KeepGardenPage {...await keepProps(c, garden, { thing: form })} />, 422)
    await addThing(c.var, garden, form.value)
    return redirect(c, `/jardins/lieux/${garden.id}#materiel`)
  })

  .post('/jardins/incidents/:gardenIncident/suite', resident, async c => {
    const incident = (await incidentsOf(c.var, owner)).find(one => one.id === param(c, 'gardenIncident'))
    if (!incident) return notFound(c)
    for (const garden of await gardensOf(c.var)) {
      const thing = (await thingsOf(c.var, garden.id)).find(one => one.id === incident.resource)
      if (!thing) continue
      if (!(await runsGarden(c.var, gardenOf(thing)))) return forbidden(c, words(c.var.locale)('only.stewards'))
      const form = await submitted(c, Repaired)
      if (form.ok) await closeIncident(c.var, incident, { outcome: form.value.outcome, costCents: 0 })
      return form.ok
        ? redirect(c, `/jardins/lieux/${garden.id}#materiel`)
        : page(c, <GardenPage {...await gardenProps(c, garden, { repair: { incident: incident.id, form } })} />, 422)
    }
    return notFound(c)
  })

  .post('/jardins/lieux/:garden/parcelles', resident, async c => {
    const t = words(c.var.locale)
    const garden = await kept(c)
    if (garden instanceof Response) return garden
    const form = await submitted(c, NewPlotForm)
    const again = async (plot: typeof form) => page(c, <KeepGardenPage {...await keepProps(c, garden, { plot })} />, 422)
    if (!form.ok) return again(form)
    const { number, x, y, width, height } = form.value
    if ((await plotsOf(c.var, garden.id)).some(one => one.number.toLowerCase() === number.toLowerCase()))
      return again(refuseField(form, 'number', t('plot.numberTaken')))
    if (x + width > garden.width || y + height > garden.height) return again(refuseField(form, 'x', t('plot.outside')))
    await savePlot(c.var, garden.id, form.value)
    return redirect(c, `/jardins/lieux/${garden.id}/tenue#parcelles`)
  })

  .post('/jardins/lieux/:garden/retrait', resident, async c => {
    const garden = await kept(c)
    if (garden instanceof Response) return garden
    const form = await submitted(c, Withdrawal)
    if (!form.ok) return page(c, <KeepGardenPage {...await keepProps(c, garden, { withdrawal: form })} />, 422)
    const plot = await plotById(c.var, form.value.plot)
    if (!plot || plot.garden !== garden.id) return notFound(c)
    await withdrawPlot(c.var, plot, form.value.reason)
    return redirect(c, `/jardins/lieux/${garden.id}#parcelles`)
  })

  .post('/jardins/lieux/:garden/referents', resident, async c => {
    const garden = await kept(c)
    if (garden instanceof Response) return garden
    const form = await submitted(c, NewSteward)
    if (!form.ok) return page(c, <KeepGardenPage {...await keepProps(c, garden, { steward: form })} />, 422)
    if (!(await peopleOf(c, garden)).some(one => one.id === form.value.person)) return notFound(c)
    await nameSteward(c.var, gardenOwner(garden.id), form.value)
    return redirect(c, `/jardins/lieux/${garden.id}/tenue#referents`)
  })

  .post('/jardins/lieux/:garden/referents/fin', agent, async c => {
    const garden = await gardenById(c.var, param(c, 'garden'))
    if (!garden) return notFound(c)
    const { steward } = await c.req.parseBody()
    const named = (await stewardsOf(c.var, gardenOwner(garden.id))).find(one => one.id === steward)
    if (!named) return notFound(c)
    await endSteward(c.var, gardenOwner(garden.id), named.id)
    return redirect(c, `/jardins/lieux/${garden.id}/tenue#referents`)
  })

/** The garden asked for, when this person keeps it; or the answer that says why not. */
const kept = async (c: Request): Promise<Garden | Response> => {
  const garden = await gardenById(c.var, param(c, 'garden'))
  if (!garden) return notFound(c)
  return (await runsGarden(c.var, garden.id)) ? garden : forbidden(c, words(c.var.locale)('only.stewards'))
}
const newGarden = async (c: Request) => ({ ...said(c), services: await readServices(c.var.db, c.var.body.id) })

/** Gardeners of that garden who do not keep it yet. */
const peopleOf = async (c: Request, garden: Garden) => {
  const named = new Set((await stewardsOf(c.var, gardenOwner(garden.id))).map(one => one.person))
  const found = new Map<string, string>()
  for (const one of await heldIn(c.var, [garden.id]))
    if (one.person !== null && one.signedAt !== null && one.endedOn === null && !named.has(one.person))
      found.set(one.person, one.personName ?? '')
  return [...found].map(([id, name]) => ({ id, name }))
}
const keepProps = async (
  c: Request,
  garden: Garden,
  forms: Partial<Pick<KeepProps, 'day' | 'thing' | 'plot' | 'withdrawal' | 'steward'>> = {},
): Promise<KeepProps> => ({
  ...said(c),
  garden,
  plots: await plotsOf(c.var, garden.id),
  stewards: await stewards(c, garden.id),
  people: await peopleOf(c, garden),
  day: emptyForm(NewDay),
  thing: emptyForm(NewThing),
  plot: emptyForm(NewPlotForm),
  withdrawal: emptyForm(Withdrawal),
  steward: emptyForm(NewSteward),
  isAgent: c.var.actor.roles.has('agent'),
  ...forms,
})
