import { sql } from '#kernel/db'
import { addDays } from '#kernel/rules'
import { rotationOf, shannonOf, shareOf, vacancyOf } from '../rules/indicators.ts'
import type { Family } from '../rules/terms.ts'
import type { Here } from '../schema.ts'
import type { Market } from './markets.ts'

type Where = Pick<Here, 'db' | 'body' | 'today'>
/** A market day in figures, without any name. */
export interface DayFigures {
  readonly day: string
  readonly on: string
  readonly offered: number
  readonly taken: number
  readonly traders: number
  readonly subscribersExpected: number
  readonly subscribersPresent: number
  readonly producers: number
  readonly organic: number
  readonly families: Readonly<Partial<Record<Family, number>>>
  readonly cents: number
}
/** Days held from one day to another, the earliest first: those where somebody stood. */
export const figuresBetween = async ({ db, body }: Pick<Where, 'db' | 'body'>, market: string | null, from: string, to: string) =>
  (
    await sql<DayFigures>`
      select d.id::text as day, d.held_on as "on",
        (select coalesce(sum(p.to_dm - p.from_dm), 0)::int from market.pitch p join market.alley a on a.body_id = p.body_id and a.id = p.alley_id
          where p.body_id = d.body_id and a.market_id = d.market_id and (p.withdrawn_on is null or p.withdrawn_on > d.held_on)) as offered,
        coalesce(sum(g.to_dm - g.from_dm), 0)::int as taken, count(g.id)::int as traders,
        (select count(*)::int from market.subscription s where s.body_id = d.body_id and s.market_id = d.market_id
          and s.weekday = extract(isodow from d.held_on) and s.since <= d.held_on and (s.ended_on is null or s.ended_on > d.held_on)) as "subscribersExpected",
        count(g.id) filter (where g.how = 'subscription')::int as "subscribersPresent",
        count(g.id) filter (where t.is_producer)::int as producers, count(g.id) filter (where t.is_organic)::int as organic,
        coalesce((select jsonb_object_agg(family, n) from (select t2.family, count(*)::int as n from market.placing g2
          join market.trader t2 on t2.body_id = g2.body_id and t2.id = g2.trader_id
          where g2.body_id = d.body_id and g2.day_id = d.id and g2.removed_by is null group by t2.family) f), '{}') as families,
        (select coalesce(sum(r.cents), 0)::int from market.receipt r where r.body_id = d.body_id and r.day_id = d.id) as cents
      from market.day d left join market.placing g on g.body_id = d.body_id and g.day_id = d.id and g.removed_by is null
      left join market.trader t on t.body_id = g.body_id and t.id = g.trader_id
      where d.body_id = ${body.id} and d.held_on between ${from}::date and ${to}::date and d.cancelled_because is null
        ${market === null ? sql`` : sql`and d.market_id = ${market}`}
      group by d.body_id, d.id, d.held_on, d.market_id having count(g.id) > 0 order by d.held_on, d.id limit 1000`.execute(db)
  ).rows

const sumOf = (days: readonly DayFigures[], of: (day: DayFigures) => number) => days.reduce((sum, day) => sum + of(day), 0)

/** How alive the market is, over the thirteen weeks before today. */
export const lifeOf = async (world: Where, market: Market) => {
  const { db, body, today } = world
  const [from, half] = [addDays(today, -91), addDays(today, -46)]
  const days = await figuresBetween(world, market.id, from, today)
  const families = new Map<Family, number>()
  for (const day of days)
    for (const [family, count] of Object.entries(day.families) as [Family, number][])
      families.set(family, (families.get(family) ?? 0) + count) // keys of a record of families
  const { rows } = await sql<{ trader: string; late: boolean }>`
    select distinct g.trader_id::text as trader, d.held_on > ${half}::date as late from market.placing g
    join market.day d on d.body_id = g.body_id and d.id = g.day_id where g.body_id = ${body.id} and d.market_id = ${market.id}
      and g.removed_by is null and d.held_on between ${from}::date and ${today}::date`.execute(db)
  const of = (late: boolean) => new Set(rows.filter(row => row.late === late).map(row => row.trader))
  const { rows: waiting } = await sql<{ n: number }>`select count(*)::int as n from market.request
    where body_id = ${body.id} and market_id = ${market.id} and ended_on is null`.execute(db)
  const traders = sumOf(days, day => day.traders)
  return {
    days,
    families,
    vacancy: vacancyOf(days),
    attendance: shareOf(
      sumOf(days, day => day.subscribersPresent),
      sumOf(days, day => day.subscribersExpected),
    ),
    diversity: shannonOf([...families.values()]),
    producers: shareOf(
      sumOf(days, day => day.producers),
      traders,
    ),
    organic: shareOf(
      sumOf(days, day => day.organic),
      traders,
    ),
    rotation: rotationOf(of(false), of(true)),
    waiting: waiting[0]?.n ?? 0,
  }
}
export type Life = Awaited<ReturnType<typeof lifeOf>>

/** Who stood there that day, or is expected: a name only with consent. */
export interface Stand {
  readonly trader: string
  /** Null: they did not wish to be named. */
  readonly name: string | null
  readonly family: Family
  readonly products: string
  readonly isProducer: boolean
  readonly isOrganic: boolean
  readonly certifier: string
  readonly alley: string
  readonly alleyName: string
  readonly from: number
  readonly to: number
  readonly how: string
  readonly reason: string
}
const standColumns = sql`t.id::text as trader, case when t.shows_name then t.name end as name, t.family, t.products, t.is_producer as "isProducer",
  t.is_organic as "isOrganic", t.certifier, a.id::text as alley, a.name as "alleyName"`
export const standsOn = async ({ db, body }: Where, day: string): Promise<readonly Stand[]> =>
  (
    await sql<Stand>`
      select ${standColumns}, g.from_dm as "from", g.to_dm as "to", g.how, g.reason from market.placing g
      join market.trader t on t.body_id = g.body_id and t.id = g.trader_id join market.alley a on a.body_id = g.body_id and a.id = g.alley_id
      where g.body_id = ${body.id} and g.day_id = ${day} and g.removed_by is null order by a.id, g.from_dm, g.id limit 500`.execute(db)
  ).rows
/** Subscribers of that day of the week: absences announced beforehand are left out. */
export const expectedOn = async ({ db, body }: Where, day: { id: string; market: string; on: string }): Promise<readonly Stand[]> =>
  (
    await sql<Stand>`
      select ${standColumns}, s.from_dm as "from", s.to_dm as "to", 'subscription' as how, '' as reason from market.subscription s
      join market.trader t on t.body_id = s.body_id and t.id = s.trader_id join market.alley a on a.body_id = s.body_id and a.id = s.alley_id
      where s.body_id = ${body.id} and s.market_id = ${day.market} and s.weekday = extract(isodow from ${day.on}::date)
        and s.since <= ${day.on}::date and (s.ended_on is null or s.ended_on > ${day.on}::date)
        and not exists (select from market.presence p where p.body_id = s.body_id and p.day_id = ${day.id} and p.trader_id = s.trader_id and p.state = 'absent')
        and not exists (select from market.notice n where n.body_id = s.body_id and n.day_id = ${day.id} and n.trader_id = s.trader_id)
      order by a.id, s.from_dm, s.id limit 500`.execute(db)
  ).rows

export interface Request {
  readonly id: string
  readonly market: string
  readonly trader: string
  readonly traderName: string
  readonly pseudonym: string
  readonly weekday: number
  readonly kind: 'transfer' | 'new'
  readonly length: number
  readonly askedOn: string
  readonly since: string
}
/** The waiting list in its order: who moves first, then the longest on the market, then who asked first. */
export const requestsOf = async (
  { db, body }: Pick<Where, 'db' | 'body'>,
  of: { market?: string; trader?: string },
): Promise<readonly Request[]> =>
  (
    await sql<Request>`
      select r.id::text as id, r.market_id::text as market, r.trader_id::text as trader, t.name as "traderName", r.pseudonym, r.weekday, r.kind, r.length, r.asked_on as "askedOn", t.since
      from market.request r join market.trader t on t.body_id = r.body_id and t.id = r.trader_id
      where r.body_id = ${body.id} and r.ended_on is null ${of.market === undefined ? sql`` : sql`and r.market_id = ${of.market}`}
        ${of.trader === undefined ? sql`` : sql`and r.trader_id = ${of.trader}`}
      order by r.weekday, r.kind desc, t.since, r.asked_on, r.id limit 500`.execute(db)
  ).rows

/** Fixed places given before somebody who came first in the waiting list, with the reason; the last year. */
export const outOfOrder = async ({ db, body, today }: Where, market: string) =>
  (
    await sql<{ since: string; weekday: number; alleyName: string; reason: string }>`
      select s.since, s.weekday, a.name as "alleyName", s.reason from market.subscription s
      join market.alley a on a.body_id = s.body_id and a.id = s.alley_id
      where s.body_id = ${body.id} and s.market_id = ${market} and s.reason <> '' and s.since >= ${addDays(today, -365)}::date
      order by s.since desc, s.id desc limit 20`.execute(db)
  ).rows
