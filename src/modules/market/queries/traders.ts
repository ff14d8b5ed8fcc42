import { sql } from '#kernel/db'
import { addDays } from '#kernel/rules'
import { papersBlockOn } from '../parameters.ts'
import { askedOf, missingOn, type Paper } from '../rules/papers.ts'
import type { DocumentKind, Family } from '../rules/terms.ts'
import type { Here } from '../schema.ts'

type Where = Pick<Here, 'db' | 'body' | 'today'>
export interface Trader {
  readonly id: string
  readonly key: string
  readonly person: string | null
  readonly name: string
  readonly family: Family
  readonly products: string
  readonly siret: string | null
  readonly email: string
  readonly phone: string
  readonly isProducer: boolean
  readonly isOrganic: boolean
  readonly certifier: string
  /** Decimetres. */
  readonly length: number
  readonly needsPower: boolean
  readonly since: string
  readonly showsName: boolean
  readonly appliedOn: string
  readonly acceptedOn: string | null
  readonly refusedOn: string | null
  readonly refusedBecause: string
  readonly leftOn: string | null
  /** Market days attended in the twelve months before today. */
  readonly attended: number
}
export interface Document extends Paper {
  readonly id: string
  readonly trader: string
  readonly file: string | null
  readonly givenOn: string
  readonly seenOn: string | null
  readonly refusedBecause: string
}

const traders = ({ db, body, today }: Where) =>
  db
    .selectFrom('market.trader as t')
    .select([
      't.id',
      't.key',
      't.person_id as person',
      't.name',
      't.family',
      't.products',
      't.siret',
      't.email',
      't.phone',
      't.is_producer as isProducer',
      't.is_organic as isOrganic',
      't.certifier',
      't.length',
      't.needs_power as needsPower',
      't.since',
      't.shows_name as showsName',
      't.applied_on as appliedOn',
      't.accepted_on as acceptedOn',
      't.refused_on as refusedOn',
      't.refused_because as refusedBecause',
      't.left_on as leftOn',
      sql<number>`(select count(*)::int from market.presence p join market.day d on d.body_id = p.body_id and d.id = p.day_id
        where p.body_id = t.body_id and p.trader_id = t.id and p.state = 'present' and d.held_on < ${today}::date
        and d.held_on >= ${addDays(today, -365)}::date)`.as('attended'),
    ])
    .where('t.body_id', '=', body.id)

/** Everyone on the market or asking for it, by seniority; at most 1000. */
export const tradersOf = (world: Where, { withLeft = false } = {}): Promise<readonly Trader[]> =>
  traders(world)
    .$if(!withLeft, query => query.where('t.left_on', 'is', null))
    .orderBy('t.since')
    .orderBy('t.name')
    .orderBy('t.id')
    .limit(1000)
    .execute()
export const traderById = (world: Where, id: string): Promise<Trader | undefined> =>
  traders(world).where('t.id', '=', id).executeTakeFirst()
export const traderOfPerson = (world: Where, person: string): Promise<Trader | undefined> =>
  traders(world).where('t.person_id', '=', person).where('t.left_on', 'is', null).executeTakeFirst()

/** The papers of one trader, or of all. */
export const documentsOf = ({ db, body }: Pick<Where, 'db' | 'body'>, trader: string | null = null): Promise<readonly Document[]> =>
  db
    .selectFrom('market.document')
    .select([
      'id',
      'trader_id as trader',
      'kind',
      'expires_on as expiresOn',
      'file_id as file',
      'given_on as givenOn',
      'seen_on as seenOn',
      'refused_because as refusedBecause',
      sql<boolean>`refused_because <> ''`.as('isRefused'),
    ])
    .where('body_id', '=', body.id)
    .$if(trader !== null, query => query.where('trader_id', '=', trader!))
    .orderBy('id', 'desc')
    .limit(5000)
    .execute()

const food: ReadonlySet<Family> = new Set(['fruit-vegetables', 'meat', 'fish', 'cheese', 'bakery', 'prepared', 'grocery', 'drinks'])
export const askedFor = (trader: Pick<Trader, 'isProducer' | 'isOrganic' | 'family'>): readonly DocumentKind[] =>
  askedOf({ ...trader, sellsFood: food.has(trader.family) })
/** What is missing that day, and whether it keeps them from standing. The first day, the placer looks at the papers in the square. */
export const standingOn = (trader: Trader, documents: readonly Document[], day: string) => {
  const missing = missingOn(
    askedFor(trader),
    documents.filter(one => one.trader === trader.id),
    day,
  )
  return { missing, isBlocked: missing.length > 0 && papersBlockOn(day) && trader.appliedOn !== day }
}

export interface Subscription {
  readonly id: string
  readonly market: string
  readonly trader: string
  readonly traderName: string
  readonly weekday: number
  readonly alley: string
  readonly alleyName: string
  readonly from: number
  readonly to: number
  readonly hasPower: boolean
  readonly since: string
  readonly endedOn: string | null
  readonly endedBecause: string | null
}
const subscriptions = ({ db, body }: Pick<Where, 'db' | 'body'>) =>
  db
    .selectFrom('market.subscription as s')
    .innerJoin('market.trader as t', join => join.onRef('t.body_id', '=', 's.body_id').onRef('t.id', '=', 's.trader_id'))
    .innerJoin('market.alley as a', join => join.onRef('a.body_id', '=', 's.body_id').onRef('a.id', '=', 's.alley_id'))
    .select([
      's.id',
      's.market_id as market',
      's.trader_id as trader',
      't.name as traderName',
      's.weekday',
      's.alley_id as alley',
      'a.name as alleyName',
      's.from_dm as from',
      's.to_dm as to',
      's.has_power as hasPower',
      's.since',
      's.ended_on as endedOn',
      's.ended_because as endedBecause',
    ])
    .where('s.body_id', '=', body.id)
export const subscriptionsOf = (
  world: Pick<Where, 'db' | 'body'>,
  of: { readonly market?: string; readonly trader?: string } = {},
): Promise<readonly Subscription[]> =>
  subscriptions(world)
    .$if(of.market !== undefined, query => query.where('s.market_id', '=', of.market!))
    .$if(of.trader !== undefined, query => query.where('s.trader_id', '=', of.trader!))
    .orderBy('s.weekday')
    .orderBy('s.alley_id')
    .orderBy('s.from_dm')
    .orderBy('s.id')
    .limit(1000)
    .execute()
export const subscriptionById = (world: Pick<Where, 'db' | 'body'>, id: string): Promise<Subscription | undefined> =>
  subscriptions(world).where('s.id', '=', id).executeTakeFirst()
/** In force that day: the day it ends is not counted any more. */
export const holdsOn = (one: Pick<Subscription, 'since' | 'endedOn'>, day: string): boolean =>
  one.since <= day && (one.endedOn === null || one.endedOn > day)
