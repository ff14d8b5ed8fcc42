import { sql } from '#kernel/db'
import type { Here } from '../schema.ts'
import type { TakenFor } from '../rules/terms.ts'

type Where = Pick<Here, 'db' | 'body' | 'today'>
export interface Surplus {
  readonly id: string
  readonly garden: string
  readonly gardenName: string
  readonly kind: string
  readonly grams: number
  readonly offeredOn: string
  readonly untilOn: string
  readonly takenAt: string | null
  readonly takenFor: TakenFor | null
}

/** What a garden gave this year, by kind, the heaviest first. */
export const harvestOf = async ({ db, body, today }: Where, garden: string | null) => {
  const { rows } = await sql<{ kind: string; grams: number }>`
    select kind, sum(grams)::float8 as grams from plots.harvest where body_id = ${body.id} and harvested_on >= ${`${today.slice(0, 4)}-01-01`}::date
      and (${garden}::bigint is null or garden_id = ${garden}::bigint) group by kind order by grams desc, kind limit 50`.execute(db)
  return rows
}

/** What is to be given today, then what was lately taken. */
export const surplusOf = ({ db, body, today }: Where): Promise<readonly Surplus[]> =>
  db
    .selectFrom('plots.surplus as s')
    .innerJoin('plots.garden as g', join => join.onRef('g.body_id', '=', 's.body_id').onRef('g.id', '=', 's.garden_id'))
    .select([
      's.id',
      's.garden_id as garden',
      'g.name as gardenName',
      's.kind',
      's.grams',
      's.offered_on as offeredOn',
      's.until_on as untilOn',
      's.taken_at as takenAt',
      's.taken_for as takenFor',
    ])
    .where('s.body_id', '=', body.id)
    .where(eb => eb.or([eb('s.taken_at', 'is not', null), eb('s.until_on', '>=', today)]))
    .orderBy(sql`s.taken_at is not null`)
    .orderBy('s.until_on')
    .orderBy('s.id', 'desc')
    .limit(60)
    .execute()
