import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { agent, conflict, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { readServices } from '#modules/catalogue'
import { changeGarden, changePlot, closeGarden, restorePlot } from '../acts/changeGarden.ts'
import { Closing, NewGarden, NewPlotForm } from '../forms.ts'
import { words } from '../locales/index.ts'
import { EditGardenPage } from '../pages/NewGardenPage.tsx'
import { PlotFormPage } from '../pages/PlotFormPage.tsx'
import { type Garden, gardenById, gardensOf, type Plot, plotById, plotsOf } from '../queries/gardens.ts'
import { heldIn } from '../queries/tenancies.ts'
import type { Tables } from '../schema.ts'
import { runsGarden } from '../who.ts'
import { param, type Request, said } from './shared.tsx'

/** The garden of this request, for those who keep it. */
const keeping = (work: (c: Request, garden: Garden) => Promise<Response>) => async (c: Request) => {
  const garden = await gardenById(c.var, param(c, 'garden'))
  if (!garden) return notFound(c)
  return (await runsGarden(c.var, garden.id)) ? work(c, garden) : forbidden(c, words(c.var.locale)('only.stewards'))
}
const withPlot = (work: (c: Request, plot: Plot, garden: Garden) => Promise<Response>) => async (c: Request) => {
  const plot = await plotById(c.var, param(c, 'gardenPlot'))
  const garden = plot && (await gardenById(c.var, plot.garden))
  if (!plot || !garden) return notFound(c)
  return (await runsGarden(c.var, garden.id)) ? work(c, plot, garden) : forbidden(c, words(c.var.locale)('only.stewards'))
}

/** A garden and its plots, described again or closed, with care for those who have one. */
export const planRoutes = router<Tables>()
  .get(
    '/jardins/lieux/:garden/modifier',
    resident,
    keeping((c, garden) => gardenPage(c, garden)),
  )

  .post(
    '/jardins/lieux/:garden/modifier',
    resident,
    keeping(async (c, garden) => {
      const t = words(c.var.locale)
      const form = await submitted(c, NewGarden)
      if (!form.ok) return gardenPage(c, garden, { form }, 422)
      const refuse = (field: keyof NewGarden, text: string) => gardenPage(c, garden, { form: refuseField(form, field, text) }, 422)
      const { name, width, height, service } = form.value
      if ((await gardensOf(c.var)).some(one => one.id !== garden.id && one.name.toLowerCase() === name.toLowerCase()))
        return refuse('name', t('garden.nameTaken'))
      if ((await plotsOf(c.var, garden.id)).some(one => one.x + one.width > width || one.y + one.height > height))
        return refuse('width', t('garden.smaller'))
      await changeGarden(c.var, garden, { ...form.value, service: service || null })
      return redirect(c, `/jardins/lieux/${garden.id}`)
    }),
  )

  .post('/jardins/lieux/:garden/fermeture', agent, async c => {
    const garden = await gardenById(c.var, param(c, 'garden'))
    if (!garden) return notFound(c)
    const t = words(c.var.locale)
    const closing = await submitted(c, Closing)
    if (!closing.ok) return gardenPage(c, garden, { closing }, 422)
    if (closing.value.on <= c.var.today) return gardenPage(c, garden, { closing: refuseField(closing, 'on', t('garden.closePast')) }, 422)
    if (garden.closedOn !== null) return conflict(c, t('garden.alreadyClosed'))
    await closeGarden(c.var, garden, closing.value)
    return redirect(c, `/jardins/lieux/${garden.id}`)
  })

  .get(
    '/jardins/parcelles/:gardenPlot',
    resident,
    withPlot((c, plot, garden) => plotPage(c, plot, garden, typedPlot(plot))),
  )

  .post(
    '/jardins/parcelles/:gardenPlot',
    resident,
    withPlot(async (c, plot, garden) => {
      const t = words(c.var.locale)
      const form = await submitted(c, NewPlotForm)
      if (!form.ok) return plotPage(c, plot, garden, form, 422)
      const refuse = (field: keyof NewPlotForm, text: string) => plotPage(c, plot, garden, refuseField(form, field, text), 422)
      const { number, x, y, width, height } = form.value
      if ((await plotsOf(c.var, garden.id)).some(one => one.id !== plot.id && one.number.toLowerCase() === number.toLowerCase()))
        return refuse('number', t('plot.numberTaken'))
      if (x + width > garden.width || y + height > garden.height) return refuse('x', t('plot.outside'))
      const changed = await changePlot(c.var, plot, form.value)
      return changed.ok ? redirect(c, `/jardins/lieux/${garden.id}/tenue#parcelles`) : refuse('squareMetres', t('plot.areaHeld'))
    }),
  )

  .post(
    '/jardins/parcelles/:gardenPlot/remise-en-service',
    resident,
    withPlot(async (c, plot, garden) => {
      await restorePlot(c.var, plot)
      return redirect(c, `/jardins/lieux/${garden.id}#parcelles`)
    }),
  )

const written = (value: number) => String(value).replace('.', ',')
const typedPlot = ({ squareMetres, x, y, width, height, number, kind, water, sun }: Plot) =>
  emptyForm(NewPlotForm, {
    number,
    kind,
    water,
    sun,
    squareMetres: written(squareMetres),
    x: written(x),
    y: written(y),
    width: written(width),
    height: written(height),
  })
const typedGarden = ({ name, place, about, access, runBy, latitude, longitude, width, height, service }: Garden) =>
  emptyForm(NewGarden, {
    name,
    place,
    about,
    access,
    runBy,
    latitude: written(latitude),
    longitude: written(longitude),
    width: written(width),
    height: written(height),
    service: service ?? '',
  })

const gardenPage = async (
  c: Request,
  garden: Garden,
  forms: { readonly form?: Form<NewGarden>; readonly closing?: Form<Closing> } = {},
  status: 200 | 422 = 200,
) =>
  page(
    c,
    <EditGardenPage
      {...said(c)}
      garden={garden}
      services={await readServices(c.var.db, c.var.body.id)}
      form={typedGarden(garden)}
      closing={emptyForm(Closing)}
      holders={(await heldIn(c.var, [garden.id])).filter(one => one.endedOn === null).length}
      isAgent={c.var.actor.roles.has('agent')}
      {...forms}
    />,
    status,
  )

const plotPage = async (c: Request, plot: Plot, garden: Garden, form: Form<NewPlotForm>, status: 200 | 422 = 200) => {
  const held = (await heldIn(c.var, [garden.id])).filter(one => one.plot === plot.id && one.endedOn === null)
  const heldUntil =
    held
      .map(one => one.until)
      .toSorted()
      .at(-1) ?? null
  return page(c, <PlotFormPage {...said(c)} garden={garden} plot={plot} form={form} heldUntil={heldUntil} />, status)
}
