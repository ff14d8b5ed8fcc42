import { type C, forbidden, notFound } from '#kernel/http'
import { words } from '../locales/index.ts'
import { dayById, type Market, type MarketDay, marketById } from '../queries/markets.ts'
import { type Trader, traderById } from '../queries/traders.ts'
import type { Tables } from '../schema.ts'
import { runsMarket } from '../who.ts'

export type Request = C<Tables>
export const said = (c: Request) => ({ t: words(c.var.locale), locale: c.var.locale })
export const param = (c: Request, name: string) => c.req.param(name) ?? '0'

/** The day asked for, when this person runs the market; or the answer that says why not. */
export const runDay = async (c: Request): Promise<MarketDay | Response> => {
  const day = await dayById(c.var, param(c, 'marketDay'))
  if (!day) return notFound(c)
  return (await runsMarket(c.var)) ? day : forbidden(c, words(c.var.locale)('only.placers'))
}
export const runMarketAsked = async (c: Request): Promise<Market | Response> => {
  const market = await marketById(c.var, param(c, 'market'))
  if (!market) return notFound(c)
  return (await runsMarket(c.var)) ? market : forbidden(c, words(c.var.locale)('only.placers'))
}
/** The trader asked for, when it is oneself or one runs the market. */
export const readableTrader = async (
  c: Request,
): Promise<{ readonly trader: Trader; readonly runs: boolean; readonly isMine: boolean } | Response> => {
  const trader = await traderById(c.var, param(c, 'marketTrader'))
  const isMine = trader !== undefined && trader.person !== null && trader.person === c.var.actor.personId
  const runs = await runsMarket(c.var)
  return trader && (isMine || runs) ? { trader, runs, isMine } : notFound(c)
}
