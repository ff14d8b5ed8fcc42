import { sql } from '#kernel/db'
import type { Act, Clash, Receipt, Square, SquareTrader } from '../rules/square.ts'
import type { Here } from '../schema.ts'
import { alleysOf, marketById, type MarketDay, pitchesOf, tariffsOf, tariffsOn, weekdayOf } from './markets.ts'
import { documentsOf, holdsOn, standingOn, subscriptionsOf, tradersOf } from './traders.ts'

/** A market day as the database holds it: the very value that telephones keep. */
export const squareOf = async (world: Here, day: MarketDay): Promise<Square> => {
  const { db, body } = world
  const market = await marketById(world, day.market)
  if (!market) throw new Error(`No market ${day.market}.`)
  const pitches = await pitchesOf(world, market.id)
  const { rows: presences } = await sql<Square['presences'][number]>`
    select t.key as trader, p.state, p.act_uid as act from market.presence p join market.trader t on t.body_id = p.body_id and t.id = p.trader_id
    where p.body_id = ${body.id} and p.day_id = ${day.id} order by t.key collate "C"`.execute(db)
  const { rows: placings } = await sql<Square['placings'][number]>`
    select p.act_uid as act, t.key as trader, p.alley_id::text as alley, p.from_dm as "from", p.to_dm as "to", p.has_power as "hasPower", p.how
    from market.placing p join market.trader t on t.body_id = p.body_id and t.id = p.trader_id
    where p.body_id = ${body.id} and p.day_id = ${day.id} and p.removed_by is null order by p.id`.execute(db)
  const { rows: receipts } = await sql<Receipt>`
    select r.device_id::text as book, r.number, r.kind, t.key as trader, r.placing_uid as placing, r.holding, r.decimetres, r.cents,
      r.due_cents as "dueCents", r.means, c.device_id || '-' || c.number as cancels, r.act_uid as act
    from market.receipt r join market.trader t on t.body_id = r.body_id and t.id = r.trader_id
    left join market.receipt c on c.body_id = r.body_id and c.id = r.cancels
    where r.body_id = ${body.id} and r.day_id = ${day.id} order by r.id`.execute(db)
  const { rows: lists } = await sql<{ inputs: string; commitment: string; act: string; seed: string | null; witnesses: string | null }>`
    select l.inputs, l.commitment, l.act_uid as act, s.seed, s.witnesses from market.call_list l
    left join market.call_seed s on s.body_id = l.body_id and s.day_id = l.day_id where l.body_id = ${body.id} and l.day_id = ${day.id}`.execute(
    db,
  )
  const list = lists[0]
  const { rows: clashes } = await sql<{ kind: Clash['kind']; against: string; facts: Act }>`
    select c.kind, c.against, c.facts from market.clash c where c.body_id = ${body.id} and c.day_id = ${day.id} and c.settled_by is null order by c.id`.execute(
    db,
  )
  return {
    id: day.id,
    on: day.on,
    marketName: market.name,
    place: market.place,
    callAt: market.callAt,
    method: market.method,
    seedRule: market.seedRule,
    alleys: (await alleysOf(world, market.id)).map(({ id, name, length }) => ({ id, name, length })),
    pitches: pitches
      .filter(one => one.withdrawnOn === null || one.withdrawnOn > day.on)
      .map(({ withdrawnOn: _, withdrawnBecause: __, ...one }) => one),
    tariffs: tariffsOn(await tariffsOf(world, market.id), day.on),
    traders: await tradersIn(world, day, new Set([...presences, ...placings, ...receipts].map(one => one.trader))),
    presences,
    placings,
    clashes: clashes.map(({ kind, against, facts }) => ({ kind, against, act: facts })),
    receipts,
    list: list ? { inputs: list.inputs.split('\n'), commitment: list.commitment, act: list.act } : null,
    seed: list?.seed ? { seed: list.seed, witnesses: list.witnesses ?? '' } : null,
  }
}

/** Those accepted on the market, and whoever is in the square that day. */
const tradersIn = async (world: Here, day: MarketDay, seen: ReadonlySet<string>): Promise<readonly SquareTrader[]> => {
  const documents = await documentsOf(world)
  const weekday = weekdayOf(day.on)
  const fixed = new Map(
    (await subscriptionsOf(world, { market: day.market }))
      .filter(one => one.weekday === weekday && holdsOn(one, day.on))
      .map(one => [one.trader, one]),
  )
  const { rows: notices } = await sql<{ trader: string }>`select trader_id::text as trader from market.notice
    where body_id = ${world.body.id} and day_id = ${day.id}`.execute(world.db)
  const away = new Set(notices.map(one => one.trader))
  return (await tradersOf(world, { withLeft: true }))
    .filter(one => seen.has(one.key) || (one.leftOn === null && one.acceptedOn !== null && one.acceptedOn <= day.on))
    .map(one => {
      const place = fixed.get(one.id)
      const { key, name, family, length, needsPower, since, attended } = one
      return {
        key,
        name,
        family,
        length,
        needsPower,
        since,
        attended,
        fixed: place ? { alley: place.alley, from: place.from, to: place.to, hasPower: place.hasPower } : null,
        isAway: away.has(one.id),
        ...standingOn(one, documents, day.on),
      }
    })
}
