import { anyone, conflict, notFound, page, redirect, resident, router, submitted } from '#kernel/http'
import { emptyForm } from '#kernel/forms'
import { addDays } from '#kernel/rules'
import { aboutService } from '#modules/catalogue'
import { cancelDay } from '../acts/markets.ts'
import { DayCancelled } from '../forms.ts'
import { words } from '../locales/index.ts'
import { rulesOn } from '../parameters.ts'
import { DayPage } from '../pages/DayPage.tsx'
import { RulesPage } from '../pages/DeskPages.tsx'
import { MarketPage } from '../pages/MarketPage.tsx'
import { MarketsPage } from '../pages/MarketsPage.tsx'
import { expectedOn, figuresBetween, lifeOf, outOfOrder, requestsOf, standsOn } from '../queries/life.ts'
import { alleysOf, dayById, daysBetweenOf, marketById, type MarketDay, marketsOf, pitchesOf, tariffsOf } from '../queries/markets.ts'
import { squareOf } from '../queries/squareOf.ts'
import { traderOfPerson } from '../queries/traders.ts'
import { drawOrder } from '#engines/lot'
import type { Tables } from '../schema.ts'
import { runsMarket } from '../who.ts'
import { param, type Request, runDay, said } from './shared.tsx'

export const publicRoutes = router<Tables>()
  .get('/marche', anyone, async c => {
    const person = c.var.actor.personId
    const props = {
      ...said(c),
      markets: await marketsOf(c.var),
      next: await daysBetweenOf(c.var, null, c.var.today, addDays(c.var.today, 28)),
      isSignedIn: person !== null,
      isTrader: person !== null && (await traderOfPerson(c.var, person)) !== undefined,
      runs: await runsMarket(c.var),
      isAgent: c.var.actor.roles.has('agent'),
    }
    return page(c, <MarketsPage {...props} />)
  })

  .get('/marche/regles', anyone, c => page(c, <RulesPage {...said(c)} rules={rulesOn(c.var.today)} />))

  .get('/marche/lieux/:market', anyone, async c => {
    const market = await marketById(c.var, param(c, 'market'))
    if (!market) return notFound(c)
    const { today } = c.var
    const past = (await daysBetweenOf(c.var, market.id, addDays(today, -60), today)).toReversed()
    const coming = await daysBetweenOf(c.var, market.id, today, addDays(today, 60))
    const next = coming.find(one => one.cancelledBecause === null)
    const waiting = await requestsOf(c.var, { market: market.id })
    return page(
      c,
      <MarketPage
        {...said(c)}
        market={market}
        alleys={await alleysOf(c.var, market.id)}
        pitches={await pitchesOf(c.var, market.id)}
        tariffs={await tariffsOf(c.var, market.id)}
        today={today}
        last={await lastHeld(c, past)}
        next={next ? { day: next, stands: await expectedOn(c.var, next) } : null}
        life={await lifeOf(c.var, market)}
        waiting={waiting.map(({ pseudonym, weekday, kind, length, since }) => ({ pseudonym, weekday, kind, length, since }))}
        outOfOrder={await outOfOrder(c.var, market.id)}
        about={await aboutService(c, market.service)}
        runs={await runsMarket(c.var)}
      />,
    )
  })

  .get('/marche/jours/:marketDay', anyone, async c => {
    const day = await dayById(c.var, param(c, 'marketDay'))
    return day ? page(c, <DayPage {...await dayProps(c, day)} />) : notFound(c)
  })

  .post('/marche/jours/:marketDay/annulation', resident, async c => {
    const day = await runDay(c)
    if (day instanceof Response) return day
    if ((await standsOn(c.var, day.id)).length > 0) return conflict(c, words(c.var.locale)('day.started'))
    const form = await submitted(c, DayCancelled)
    if (!form.ok) return page(c, <DayPage {...await dayProps(c, day)} cancelling={form} />, 422)
    await cancelDay(c.var, day, form.value.reason)
    return redirect(c, `/marche/jours/${day.id}`)
  })

/** The last day when somebody stood. */
const lastHeld = async (c: Request, past: readonly MarketDay[]) => {
  for (const day of past.slice(0, 8)) {
    const stands = await standsOn(c.var, day.id)
    if (stands.length > 0) return { day, stands }
  }
  return null
}
const dayProps = async (c: Request, day: MarketDay) => {
  const { list, seed } = await squareOf(c.var, day)
  const market = await marketById(c.var, day.market)
  if (!market) throw new Error(`No market ${day.market}.`)
  return {
    ...said(c),
    market,
    day,
    stands: await standsOn(c.var, day.id),
    pitches: await pitchesOf(c.var, day.market),
    figures: (await figuresBetween(c.var, day.market, day.on, day.on)).find(one => one.day === day.id) ?? null,
    list,
    seed,
    order: list && seed ? drawOrder({ inputs: list.inputs, seed: seed.seed }) : [],
    runs: await runsMarket(c.var),
    cancelling: emptyForm(DayCancelled),
  }
}
