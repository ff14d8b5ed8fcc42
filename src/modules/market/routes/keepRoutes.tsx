import { endSteward, nameSteward, stewardsOf } from '#engines/booking'
import { sql } from '#kernel/db'
import { emptyForm, type Form, refuseField } from '#kernel/forms'
import { agent, forbidden, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { personNames } from '#kernel/people'
import { addDays } from '#kernel/rules'
import { readServices } from '#modules/catalogue'
import { saveAlley, saveMarket, savePitch, saveTariff, withdrawPitch } from '../acts/markets.ts'
import { NewAlley, NewMarket, NewPitch, NewPlacer, NewTariff, Withdrawal } from '../forms.ts'
import { words } from '../locales/index.ts'
import { DeskPage, KeepMarketPage, type KeepProps, NewMarketPage } from '../pages/DeskPages.tsx'
import { alleysOf, daysBetweenOf, type Market, marketById, marketsOf, pitchesOf, tariffsOf } from '../queries/markets.ts'
import { tasksOf } from '../queries/tasks.ts'
import type { Tables } from '../schema.ts'
import { owner, runsMarket } from '../who.ts'
import { param, type Request, runMarketAsked, said } from './shared.tsx'

export const keepRoutes = router<Tables>()
  .get('/marche/tenue', resident, async c => {
    if (!(await runsMarket(c.var))) return forbidden(c, words(c.var.locale)('only.placers'))
    return page(c, <DeskPage {...await deskProps(c)} />)
  })

  .post('/marche/tenue/placiers', agent, async c => {
    const form = await submitted(c, NewPlacer)
    if (!form.ok) return page(c, <DeskPage {...await deskProps(c, form)} />, 422)
    const { rows } = await sql<{
      id: string
    }>`select person_id as id from kernel.contact where email = ${form.value.email} limit 1`.execute(c.var.db)
    const person = rows[0]?.id
    if (!person)
      return page(c, <DeskPage {...await deskProps(c, refuseField(form, 'email', words(c.var.locale)('placer.unknown')))} />, 422)
    await nameSteward(c.var, owner, { person, title: form.value.title })
    return redirect(c, '/marche/tenue#placiers')
  })

  .post('/marche/tenue/placiers/fin', agent, async c => {
    const { placer } = await c.req.parseBody()
    const named = (await stewardsOf(c.var, owner)).find(one => one.id === placer)
    if (!named) return notFound(c)
    await endSteward(c.var, owner, named.id)
    return redirect(c, '/marche/tenue#placiers')
  })

  .get('/marche/lieux/nouveau', agent, async c => {
    const form = emptyForm(NewMarket, { opens: '07:30', closes: '13:00', callAt: '08:30', method: 'list', width: '60', height: '40' })
    return page(c, <NewMarketPage {...said(c)} form={form} services={await readServices(c.var.db, c.var.body.id)} />)
  })

  .post('/marche/lieux', agent, async c => {
    const form = await submitted(c, NewMarket)
    if (!form.ok) return page(c, <NewMarketPage {...said(c)} form={form} services={await readServices(c.var.db, c.var.body.id)} />, 422)
    return redirect(c, `/marche/lieux/${await saveMarket(c.var, form.value)}/tenue`)
  })

  .get('/marche/lieux/:market/tenue', resident, async c => {
    const market = await runMarketAsked(c)
    return market instanceof Response ? market : page(c, <KeepMarketPage {...await keepProps(c, market)} />)
  })

  .post('/marche/lieux/:market/allees', resident, async c => {
    const market = await runMarketAsked(c)
    if (market instanceof Response) return market
    const form = await submitted(c, NewAlley)
    const again = async (alley: Form<NewAlley>) => page(c, <KeepMarketPage {...await keepProps(c, market, { alley })} />, 422)
    if (!form.ok) return again(form)
    const { x, y, length, direction } = form.value
    const end = (direction === 'down' ? y : x) + length / 10
    if (end > (direction === 'down' ? market.height : market.width))
      return again(refuseField(form, 'length', words(c.var.locale)('alley.outside')))
    await saveAlley(c.var, market.id, form.value)
    return redirect(c, `/marche/lieux/${market.id}/tenue`)
  })

  .post('/marche/lieux/:market/emplacements', resident, async c => {
    const t = words(c.var.locale)
    const market = await runMarketAsked(c)
    if (market instanceof Response) return market
    const form = await submitted(c, NewPitch)
    const again = async (pitch: Form<NewPitch>) => page(c, <KeepMarketPage {...await keepProps(c, market, { pitch })} />, 422)
    if (!form.ok) return again(form)
    const { alley: id, from, length, number } = form.value
    const alley = (await alleysOf(c.var, market.id)).find(one => one.id === id)
    if (!alley) return notFound(c)
    if (from + length > alley.length) return again(refuseField(form, 'length', t('pitch.outside')))
    const others = (await pitchesOf(c.var, market.id)).filter(one => one.alley === id && one.withdrawnOn === null)
    if (others.some(one => one.number.toLowerCase() === number.toLowerCase() || (one.from < from + length && from < one.to)))
      return again(refuseField(form, 'from', t('pitch.overlaps')))
    await savePitch(c.var, market.id, form.value)
    return redirect(c, `/marche/lieux/${market.id}/tenue`)
  })

  .post('/marche/lieux/:market/retrait', resident, async c => {
    const market = await runMarketAsked(c)
    if (market instanceof Response) return market
    const form = await submitted(c, Withdrawal)
    if (!form.ok) return page(c, <KeepMarketPage {...await keepProps(c, market, { withdrawal: form })} />, 422)
    if (!(await pitchesOf(c.var, market.id)).some(one => one.id === form.value.pitch)) return notFound(c)
    await withdrawPitch(c.var, market.id, form.value.pitch, form.value.reason)
    return redirect(c, `/marche/lieux/${market.id}/tenue`)
  })

  .post('/marche/lieux/:market/tarifs', agent, async c => {
    const t = words(c.var.locale)
    const market = await marketById(c.var, param(c, 'market'))
    if (!market) return notFound(c)
    const form = await submitted(c, NewTariff)
    const again = async (tariff: Form<NewTariff>) => page(c, <KeepMarketPage {...await keepProps(c, market, { tariff })} />, 422)
    if (!form.ok) return again(form)
    const tariffs = await tariffsOf(c.var, market.id)
    const { holding, since } = form.value
    // The very first price may begin at once: no receipt was given under another.
    if (since <= c.var.today && tariffs.some(one => one.holding === holding)) return again(refuseField(form, 'since', t('tariff.tomorrow')))
    if (tariffs.some(one => one.holding === holding && one.since >= since)) return again(refuseField(form, 'since', t('tariff.later')))
    await saveTariff(c.var, market.id, form.value)
    return redirect(c, `/marche/lieux/${market.id}#tarifs`)
  })

const deskProps = async (c: Request, form: Form<NewPlacer> = emptyForm(NewPlacer)) => {
  const { today, locale } = c.var
  const markets = await marketsOf(c.var)
  const placers = await stewardsOf(c.var, owner)
  const names = await personNames(
    c.var.db,
    placers.map(one => one.person),
  )
  return {
    ...said(c),
    days: (await daysBetweenOf(c.var, null, addDays(today, -8), addDays(today, 15))).map(day => ({
      ...day,
      marketName: markets.find(one => one.id === day.market)?.name ?? '',
    })),
    today,
    tasks: await tasksOf(c.var),
    placers: placers.map(({ id, person, title }) => ({ id, title, name: names.get(person) ?? words(locale)('stands.unnamed') })),
    form,
    isAgent: c.var.actor.roles.has('agent'),
    month: today.slice(0, 7),
  }
}
const keepProps = async (c: Request, market: Market, forms: Partial<KeepProps['forms']> = {}): Promise<KeepProps> => ({
  ...said(c),
  market,
  alleys: await alleysOf(c.var, market.id),
  pitches: await pitchesOf(c.var, market.id),
  tariffs: await tariffsOf(c.var, market.id),
  isAgent: c.var.actor.roles.has('agent'),
  forms: {
    alley: emptyForm(NewAlley),
    pitch: emptyForm(NewPitch),
    withdrawal: emptyForm(Withdrawal),
    tariff: emptyForm(NewTariff),
    ...forms,
  },
})
