import { sql } from '#kernel/db'
import type { PlotKind, Sun, Water } from '../rules/terms.ts'
import type { Here } from '../schema.ts'

type Where = Pick<Here, 'db' | 'body' | 'today'>
export interface Garden {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly about: string
  readonly access: string
  readonly runBy: string
  readonly latitude: number
  readonly longitude: number
  /** Metres. */
  readonly width: number
  readonly height: number
  readonly service: string | null
  readonly closedOn: string | null
  readonly closedBecause: string
}
export interface Plot {
  readonly id: string
  readonly garden: string
  readonly gardenName: string
  readonly number: string
  readonly kind: PlotKind
  readonly squareMetres: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly water: Water
  readonly sun: Sun
  readonly withdrawnOn: string | null
  readonly withdrawnBecause: string
  /** Who has it today, or will from the day offered; null: free. */
  readonly tenancy: string | null
  readonly isSigned: boolean
  readonly until: string | null
  /** Only when the holder chose to be named in public. */
  readonly shownName: string | null
}

const gardenColumns = [
  'g.id',
  'g.name',
  'g.place',
  'g.about',
  'g.access',
  'g.run_by as runBy',
  'g.latitude',
  'g.longitude',
  'g.width',
  'g.height',
  'g.service_id as service',
  'g.closed_on as closedOn',
  'g.closed_because as closedBecause',
] as const
const gardens = ({ db, body }: Where) => db.selectFrom('plots.garden as g').select(gardenColumns).where('g.body_id', '=', body.id)

/** The gardens of the commune, those that closed last; at most 100. */
export const gardensOf = (world: Where): Promise<readonly Garden[]> =>
  gardens(world)
    .orderBy(sql`g.closed_on is not null`)
    .orderBy('g.name')
    .limit(100)
    .execute()
export const gardenById = (world: Where, id: string): Promise<Garden | undefined> =>
  gardens(world).where('g.id', '=', id).executeTakeFirst()

const plots = ({ db, body, today }: Where) =>
  db
    .selectFrom('plots.plot as p')
    .innerJoin('plots.garden as g', join => join.onRef('g.body_id', '=', 'p.body_id').onRef('g.id', '=', 'p.garden_id'))
    .leftJoin('plots.tenancy as t', join =>
      join
        .onRef('t.body_id', '=', 'p.body_id')
        .onRef('t.plot_id', '=', 'p.id')
        .on('t.ended_on', 'is', null)
        .on('t.since', '<=', today)
        .on('t.until', '>=', today),
    )
    .leftJoin('kernel.person as h', 'h.id', 't.person_id')
    .select([
      'p.id',
      'p.garden_id as garden',
      'g.name as gardenName',
      'p.number',
      'p.kind',
      'p.square_metres as squareMetres',
      'p.x',
      'p.y',
      'p.width',
      'p.height',
      'p.water',
      'p.sun',
      'p.withdrawn_on as withdrawnOn',
      'p.withdrawn_because as withdrawnBecause',
      't.id as tenancy',
      sql<boolean>`t.signed_at is not null`.as('isSigned'),
      't.until',
      sql<string | null>`case when t.shows_name and t.signed_at is not null then coalesce(nullif(t.holder_name, ''), h.name) end`.as(
        'shownName',
      ),
    ])
    .where('p.body_id', '=', body.id)

/** A garden's plots, or every plot; in the order of their numbers, at most 1000. */
export const plotsOf = (world: Where, garden: string | null = null): Promise<readonly Plot[]> =>
  plots(world)
    .$if(garden !== null, query => query.where('p.garden_id', '=', garden))
    .orderBy('g.name')
    .orderBy(sql`length(p.number)`)
    .orderBy('p.number')
    .orderBy('p.id')
    .limit(1000)
    .execute()
export const plotById = (world: Where, id: string): Promise<Plot | undefined> => plots(world).where('p.id', '=', id).executeTakeFirst()

/** Plots that nobody has during a season: those that may be wished for and drawn. */
export const freeDuring = async (world: Where, season: { from: string; to: string }): Promise<readonly Plot[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from plots.plot p join plots.garden g on g.body_id = p.body_id and g.id = p.garden_id
    where p.body_id = ${world.body.id} and p.withdrawn_on is null and g.closed_on is null and not exists (
      select from plots.tenancy t where t.body_id = p.body_id and t.plot_id = p.id and t.ended_on is null
        and daterange(t.since, t.until, '[]') && daterange(${season.from}::date, ${season.to}::date, '[]'))`.execute(world.db)
  const free = new Set(rows.map(row => row.id))
  return (await plotsOf(world)).filter(plot => free.has(plot.id))
}

/** What the commune's gardens are, in figures of the day. */
export const figuresOf = async ({ db, body, today }: Where) => {
  const year = `${today.slice(0, 4)}-01-01`
  const { rows } = await sql<{ plots: number; held: number; squareMetres: number; grams: number; given: number }>`
    select
      (select count(*)::int from plots.plot p where p.body_id = ${body.id} and p.withdrawn_on is null) as plots,
      (select count(*)::int from plots.tenancy t where t.body_id = ${body.id} and t.ended_on is null and t.signed_at is not null
        and t.since <= ${today}::date and t.until >= ${today}::date) as held,
      (select coalesce(sum(p.square_metres), 0)::float8 from plots.plot p where p.body_id = ${body.id} and p.withdrawn_on is null) as "squareMetres",
      (select coalesce(sum(h.grams), 0)::float8 from plots.harvest h where h.body_id = ${body.id} and h.harvested_on >= ${year}::date) as grams,
      (select coalesce(sum(s.grams), 0)::float8 from plots.surplus s where s.body_id = ${body.id} and s.taken_at is not null
        and s.offered_on >= ${year}::date) as given`.execute(db)
  return rows[0]!
}
