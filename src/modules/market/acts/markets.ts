import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { addDays } from '#kernel/rules'
import type { NewAlley, NewMarket, NewPitch, NewTariff } from '../forms.ts'
import { marketsOf, type MarketDay, weekdayOf } from '../queries/markets.ts'
import type { Here } from '../schema.ts'

export const saveMarket = async (world: Here, market: NewMarket): Promise<string> => {
  const { callAt, seedRule, service, ...rest } = market
  const { id } = await world.db
    .insertInto('market.market')
    .values({ body_id: world.body.id, ...rest, call_at: callAt, seed_rule: seedRule, service_id: service || null, closed_on: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'market.opened', { subject: `market:${id}`, content: { name: market.name } })
  await openDays(world)
  return id
}
/** Market days exist eight weeks ahead. */
export const openDays = async (world: Here, from: string = world.today, to: string = addDays(world.today, 56)): Promise<void> => {
  for (const market of await marketsOf(world)) {
    if (market.closedOn !== null && market.closedOn < from) continue
    for (let day = from; day <= to; day = addDays(day, 1))
      if (market.weekdays.includes(weekdayOf(day)))
        await world.db
          .insertInto('market.day')
          .values({ body_id: world.body.id, market_id: market.id, held_on: day, cancelled_because: null })
          .onConflict(conflict => conflict.doNothing())
          .execute()
  }
}
export const cancelDay = async (world: Here, day: MarketDay, reason: string): Promise<void> => {
  await world.db
    .updateTable('market.day')
    .set({ cancelled_because: reason })
    .where('body_id', '=', world.body.id)
    .where('id', '=', day.id)
    .execute()
  await record(world, 'market.day-cancelled', { subject: `marketDay:${day.id}`, content: { reason, on: day.on } })
}
export const saveAlley = async (world: Here, market: string, { name, x, y, direction, length }: NewAlley): Promise<string> => {
  const { id } = await world.db
    .insertInto('market.alley')
    .values({ body_id: world.body.id, market_id: market, name, x, y, is_vertical: direction === 'down', length })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'market.alley-drawn', { subject: `market:${market}`, content: { name } })
  return id
}
export const savePitch = async (world: Here, market: string, pitch: NewPitch): Promise<string> => {
  const { id } = await world.db
    .insertInto('market.pitch')
    .values({
      body_id: world.body.id,
      alley_id: pitch.alley,
      number: pitch.number,
      from_dm: pitch.from,
      to_dm: pitch.from + pitch.length,
      has_power: pitch.hasPower,
      has_water: pitch.hasWater,
      withdrawn_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'market.pitch-drawn', { subject: `market:${market}`, content: { number: pitch.number } })
  return id
}
export const withdrawPitch = async (world: Here, market: string, pitch: string, reason: string): Promise<void> => {
  await world.db
    .updateTable('market.pitch')
    .set({ withdrawn_on: world.today, withdrawn_because: reason })
    .where('body_id', '=', world.body.id)
    .where('id', '=', pitch)
    .where('withdrawn_on', 'is', null)
    .execute()
  await record(world, 'market.pitch-withdrawn', { subject: `market:${market}`, content: { pitch, reason } })
}
/** A new price ends the one before it, the day before. What was received keeps the price of its day. */
export const saveTariff = async (world: Here, market: string, tariff: NewTariff): Promise<void> => {
  await sql`update market.tariff set until = ${addDays(tariff.since, -1)}::date where body_id = ${world.body.id} and market_id = ${market}
    and holding = ${tariff.holding} and since < ${tariff.since}::date and (until is null or until >= ${tariff.since}::date)`.execute(
    world.db,
  )
  await world.db
    .insertInto('market.tariff')
    .values({
      body_id: world.body.id,
      market_id: market,
      holding: tariff.holding,
      metre_cents: tariff.metre,
      least_cents: tariff.least,
      power_cents: tariff.power,
      since: tariff.since,
      until: null,
      deliberation: tariff.deliberation,
    })
    .execute()
  await record(world, 'market.priced', { subject: `market:${market}`, content: { holding: tariff.holding, since: tariff.since } })
}
