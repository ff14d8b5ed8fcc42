import { sql } from '#kernel/db'
import type { Pitch } from '../rules/stretches.ts'
import type { Tariff } from '../rules/feeOf.ts'
import type { Method } from '../rules/terms.ts'
import type { Here } from '../schema.ts'

type Where = Pick<Here, 'db' | 'body'>
export interface Market {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly about: string
  /** 1 is Monday. */
  readonly weekdays: readonly number[]
  readonly opens: string
  readonly closes: string
  readonly callAt: string
  readonly method: Method
  readonly seedRule: string
  /** Metres. */
  readonly width: number
  readonly height: number
  readonly service: string | null
  readonly closedOn: string | null
}
export interface Alley {
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly isVertical: boolean
  /** Decimetres. */
  readonly length: number
}
export interface KnownPitch extends Pitch {
  readonly withdrawnOn: string | null
  readonly withdrawnBecause: string
}

const columns = [
  'id',
  'name',
  'place',
  'about',
  'weekdays',
  'opens',
  'closes',
  'call_at as callAt',
  'method',
  'seed_rule as seedRule',
  'width',
  'height',
  'service_id as service',
  'closed_on as closedOn',
] as const
const markets = ({ db, body }: Where) => db.selectFrom('market.market').select(columns).where('body_id', '=', body.id)
/** The markets of the commune, those that closed last; at most 50. */
export const marketsOf = (world: Where): Promise<readonly Market[]> =>
  markets(world)
    .orderBy(sql`closed_on is not null`)
    .orderBy('id')
    .limit(50)
    .execute()
export const marketById = (world: Where, id: string): Promise<Market | undefined> => markets(world).where('id', '=', id).executeTakeFirst()

export const alleysOf = ({ db, body }: Where, market: string): Promise<readonly Alley[]> =>
  db
    .selectFrom('market.alley')
    .select(['id', 'name', 'x', 'y', 'is_vertical as isVertical', 'length'])
    .where('body_id', '=', body.id)
    .where('market_id', '=', market)
    .orderBy('id')
    .execute()
/** Pitches in the order of alleys and metres, those out of use included. */
export const pitchesOf = ({ db, body }: Where, market: string): Promise<readonly KnownPitch[]> =>
  db
    .selectFrom('market.pitch as p')
    .innerJoin('market.alley as a', join => join.onRef('a.body_id', '=', 'p.body_id').onRef('a.id', '=', 'p.alley_id'))
    .select([
      'p.id',
      'p.alley_id as alley',
      'p.number',
      'p.from_dm as from',
      'p.to_dm as to',
      'p.has_power as hasPower',
      'p.has_water as hasWater',
      'p.withdrawn_on as withdrawnOn',
      'p.withdrawn_because as withdrawnBecause',
    ])
    .where('p.body_id', '=', body.id)
    .where('a.market_id', '=', market)
    .orderBy('p.alley_id')
    .orderBy('p.from_dm')
    .orderBy('p.id')
    .limit(1000)
    .execute()

export interface DatedTariff extends Tariff {
  readonly id: string
  readonly until: string | null
}
/** Every price, the latest first. */
export const tariffsOf = ({ db, body }: Where, market: string): Promise<readonly DatedTariff[]> =>
  db
    .selectFrom('market.tariff')
    .select([
      'id',
      'holding',
      'metre_cents as metreCents',
      'least_cents as leastCents',
      'power_cents as powerCents',
      'since',
      'until',
      'deliberation',
    ])
    .where('body_id', '=', body.id)
    .where('market_id', '=', market)
    .orderBy('since', 'desc')
    .orderBy('holding')
    .limit(200)
    .execute()
/** Those in force that day. */
export const tariffsOn = (tariffs: readonly DatedTariff[], day: string) => {
  const inForce = (holding: 'subscriber' | 'casual') =>
    tariffs.find(one => one.holding === holding && one.since <= day && (one.until === null || one.until >= day)) ?? null
  return { subscriber: inForce('subscriber'), casual: inForce('casual') }
}

export interface MarketDay {
  readonly id: string
  readonly market: string
  readonly on: string
  readonly cancelledBecause: string | null
}
const days = ({ db, body }: Where) =>
  db
    .selectFrom('market.day')
    .select(['id', 'market_id as market', 'held_on as on', 'cancelled_because as cancelledBecause'])
    .where('body_id', '=', body.id)
export const dayById = (world: Where, id: string): Promise<MarketDay | undefined> => days(world).where('id', '=', id).executeTakeFirst()
export const daysBetweenOf = (world: Where, market: string | null, from: string, to: string): Promise<readonly MarketDay[]> =>
  days(world)
    .$if(market !== null, query => query.where('market_id', '=', market!))
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .orderBy('held_on')
    .orderBy('id')
    .limit(500)
    .execute()
/** 1 is Monday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
