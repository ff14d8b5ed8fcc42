import { type AnyDb, sql } from '#kernel/db'
import type { ActivityKind } from '../national.ts'
import type { Counted } from '../rules/masked.ts'
import type { Here } from '../schema.ts'

export interface Activity {
  readonly heldOn: string
  readonly kind: ActivityKind
  readonly minutes: number
  readonly place: string
  readonly equipment: readonly string[]
  readonly topics: readonly string[]
  readonly people: number
  readonly autonomy: string | null
  readonly redirected: string | null
  readonly gender: string
  readonly ageBand: string
  readonly socialStatus: string
  readonly title: string
  readonly level: string | null
}

export const addActivity = async ({ db, body }: Pick<Here, 'db' | 'body'>, activity: Activity): Promise<string> => {
  const { heldOn, ageBand, socialStatus, ...rest } = activity
  const { id } = await db
    .insertInto('digital_space.activity')
    .values({ ...rest, body_id: body.id, held_on: heldOn, age_band: ageBand, social_status: socialStatus })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The records of one day, the latest first: what the desk may still correct. */
export const activitiesOn = async ({ db, body }: Pick<Here, 'db' | 'body'>, day: string) =>
  db
    .selectFrom('digital_space.activity as a')
    .leftJoin('digital_space.activity_withdrawal as w', join =>
      join.onRef('w.body_id', '=', 'a.body_id').onRef('w.activity_id', '=', 'a.id'),
    )
    .select(['a.id', 'a.kind', 'a.minutes', 'a.topics', 'a.people', 'a.title'])
    .where('a.body_id', '=', body.id)
    .where('a.held_on', '=', day)
    .where('w.activity_id', 'is', null)
    .orderBy('a.id', 'desc')
    .limit(200)
    .execute()

export const activityById = ({ db, body }: Pick<Here, 'db' | 'body'>, id: string) =>
  db
    .selectFrom('digital_space.activity')
    .select(['id', 'held_on as heldOn'])
    .where('body_id', '=', body.id)
    .where('id', '=', id)
    .executeTakeFirst()

/** A record made by mistake counts no more. False when it was withdrawn already. */
export const withdrawActivity = async ({ db, body, today }: Here, id: string): Promise<boolean> => {
  const row = await db
    .insertInto('digital_space.activity_withdrawal')
    .values({ body_id: body.id, activity_id: id, withdrawn_on: today })
    .onConflict(conflict => conflict.doNothing())
    .returning('activity_id')
    .executeTakeFirst()
  return row !== undefined
}

export interface MonthOfActivity {
  /** `'2026-11'`. */
  readonly month: string
  readonly records: number
  readonly people: number
  readonly minutes: number
  readonly kinds: readonly Counted[]
  readonly topics: readonly Counted[]
}

/** What was recorded month by month, the latest first, as it is: whoever shows it masks it. The `limit` months before the one whose first day is `before`. */
export const monthsOfActivity = async (db: AnyDb, body: number, before: string, limit: number): Promise<readonly MonthOfActivity[]> => {
  const { rows } = await sql<MonthOfActivity>`
    with counted as (
      select to_char(a.held_on, 'YYYY-MM') as month, a.* from digital_space.activity a
      where a.body_id = ${body} and a.held_on < ${before}::date and a.held_on >= (${before}::date - make_interval(months => ${limit}))
        and not exists (select from digital_space.activity_withdrawal w where w.body_id = a.body_id and w.activity_id = a.id)
    ), months as (select distinct month from counted)
    select m.month, count(*)::integer as records, sum(c.people)::integer as people, sum(c.minutes)::integer as minutes,
      jsonb_build_array(
        jsonb_build_object('code', 'individual', 'count', count(*) filter (where c.kind = 'individual')),
        jsonb_build_object('code', 'group', 'count', count(*) filter (where c.kind = 'group'))) as kinds,
      (select jsonb_agg(jsonb_build_object('code', t.topic, 'count', t.n) order by t.n desc, t.topic)
        from (select topic, count(*) as n from counted d, unnest(d.topics) as topic where d.month = m.month group by topic) t) as topics
    from months m join counted c on c.month = m.month group by m.month order by m.month desc`.execute(db)
  return rows
}
