import { sql } from '#kernel/db'
import { formatDate } from '#kernel/i18n'
import { addDays, instantInParis } from '#kernel/rules'
import type { CalendarEntry, HomeCard, PublicChange, Related, SearchSource } from '#kernel/world'
import { words } from './locales/index.ts'
import { expectedOn, figuresBetween } from './queries/life.ts'
import { daysBetweenOf, marketsOf } from './queries/markets.ts'
import { documentsOf, standingOn, traderOfPerson } from './queries/traders.ts'
import type { Here } from './schema.ts'

export const home: readonly HomeCard[] = [
  {
    order: 58,
    card: async (world: Here) => {
      const t = words(world.locale)
      const markets = await marketsOf(world)
      const next = (await daysBetweenOf(world, null, world.today, addDays(world.today, 28))).find(one => one.cancelledBecause === null)
      const market = markets.find(one => one.id === next?.market)
      if (!next || !market) return null
      const named = (await expectedOn(world, next)).filter(one => one.name !== null).slice(0, 3)
      return {
        title: t('home.title'),
        lead: t('home.lead', { date: formatDate(next.on, world.locale), market: market.name }),
        items: named.map(one => ({
          title: one.name ?? '',
          url: `/marche/lieux/${market.id}#prochain`,
          note: t(`sq.family.${one.family}`),
        })),
        more: { label: t('home.more'), url: `/marche/lieux/${market.id}` },
        expected: await expected(world),
      }
    },
  },
]
/** A trader whose papers are missing. */
const expected = async (world: Here) => {
  const t = words(world.locale)
  const mine = world.actor.personId === null ? undefined : await traderOfPerson(world, world.actor.personId)
  if (!mine || mine.acceptedOn === null) return null
  const { missing } = standingOn(mine, await documentsOf(world, mine.id), world.today)
  return missing.length === 0
    ? null
    : {
        text: t('expected.papers', { papers: missing.map(kind => t(`sq.paper.${kind}`)).join(', ') }),
        url: `/marche/commercants/${mine.id}#documents`,
      }
}

export const calendar = async (world: Here, from: string, to: string): Promise<readonly CalendarEntry[]> => {
  const markets = await marketsOf(world)
  return (await daysBetweenOf(world, null, from.slice(0, 10), to.slice(0, 10)))
    .filter(day => day.cancelledBecause === null)
    .flatMap(day => {
      const market = markets.find(one => one.id === day.market)
      if (!market) return []
      return [
        {
          id: `marketDay:${day.id}`,
          title: market.name,
          startsAt: instantInParis(day.on, market.opens),
          endsAt: instantInParis(day.on, market.closes),
          url: `/marche/jours/${day.id}`,
          place: market.place,
        },
      ]
    })
}

/** Days held and days cancelled, the latest first. */
export const changes = async (world: Here, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const held = (await figuresBetween(world, null, addDays(world.today, -30), world.today)).map(day => ({
    id: `marketDay:${day.day}`,
    title: t('change.day', { date: formatDate(day.on, world.locale), n: day.traders }),
    url: `/marche/jours/${day.day}`,
    at: instantInParis(day.on, '13:00'),
  }))
  return held
    .filter(one => one.at <= world.now)
    .toReversed()
    .slice(0, limit)
}

export const related: readonly Related[] = [
  {
    label: { fr: 'Marchés', en: 'Markets' },
    find: async (world: Here, subject) =>
      subject.startsWith('service:')
        ? (await marketsOf(world))
            .filter(one => one.service === subject.slice('service:'.length))
            .map(one => ({ title: one.name, url: `/marche/lieux/${one.id}` }))
        : [],
  },
]

/** Markets, and traders who agreed to be named. */
export const search: readonly SearchSource[] = [
  {
    id: 'market',
    label: { fr: 'Marché', en: 'Market' },
    find: async (world: Here, asked, limit) => {
      const { rows } = await sql<{ title: string; url: string; excerpt: string; rank: number }>`
        with found as (
          select m.name as title, '/marche/lieux/' || m.id as url, m.name || ' ' || m.place || ' ' || m.about || ' marché' as excerpt, m.id from market.market m
            where m.body_id = ${world.body.id} and m.closed_on is null
          union all
          select t.name, '/marche', t.name || ' ' || t.products || ' marché', t.id from market.trader t
            where t.body_id = ${world.body.id} and t.shows_name and t.accepted_on is not null and t.left_on is null
        )
        select title, url, left(excerpt, 200) as excerpt, ts_rank(to_tsvector('kernel.french', excerpt), query) as rank
        from found, websearch_to_tsquery('kernel.french', ${asked}) query where to_tsvector('kernel.french', excerpt) @@ query
        order by rank desc, url, id limit ${limit}`.execute(world.db)
      return rows.map(row => ({ ...row, excerpt: row.excerpt.toWellFormed() }))
    },
  },
]
