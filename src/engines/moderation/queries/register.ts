import { type AnyDb, sql } from '#kernel/db'
import { kindOf } from '../rules/state.ts'

/** One public line: what was decided under which rule, without names and without words. */
export interface RegisterLine {
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly act: 'released' | 'hidden' | 'kept' | 'restored' | 'confirmed'
  readonly rule: number | null
  readonly version: number | null
  readonly ruleTitle: string | null
  readonly url: string
}

/** What agents decided, the latest first. */
export const publicRegister = async (db: AnyDb, body: number, page: { size: number; start: number }): Promise<readonly RegisterLine[]> => {
  const { rows } = await sql<Omit<RegisterLine, 'kind'> & { subject: string }>`
    select d.id, d.decided_at as at, d.subject, d.act, d.rule_number as rule, d.rule_version as version, r.title as "ruleTitle", c.url
    from moderation.decision d
    join moderation.content c on c.body_id = d.body_id and c.subject = d.subject
    left join moderation.rule r on r.body_id = d.body_id and r.version = d.rule_version and r.number = d.rule_number
    where d.body_id = ${body} and d.act <> 'held'
    order by d.decided_at desc, d.id desc limit ${page.size} offset ${page.start}`.execute(db)
  return rows.map(({ subject, ...line }) => ({ ...line, kind: kindOf(subject) }))
}

/** How much was looked at and what became of it. */
export interface RegisterCounts {
  readonly published: number
  readonly held: number
  readonly released: number
  readonly hidden: number
  readonly restored: number
  readonly confirmed: number
  readonly kept: number
  readonly reported: number
  /** Half of the held contents were decided within this many hours; null while none was. */
  readonly medianHours: number | null
}

/** Public counts since an instant. */
export const registerCounts = async (db: AnyDb, body: number, since: string): Promise<RegisterCounts> => {
  const { rows } = await sql<RegisterCounts>`
    with decided as (select * from moderation.decision where body_id = ${body} and decided_at >= ${since})
    select
      (select count(*)::int from moderation.content where body_id = ${body} and registered_at >= ${since}) as published,
      count(*) filter (where act = 'held')::int as held,
      count(*) filter (where act = 'released')::int as released,
      count(*) filter (where act = 'hidden')::int as hidden,
      count(*) filter (where act = 'restored')::int as restored,
      count(*) filter (where act = 'confirmed')::int as confirmed,
      count(*) filter (where act = 'kept')::int as kept,
      (select count(*)::int from moderation.report where body_id = ${body} and reported_at >= ${since}) as reported,
      (select percentile_cont(0.5) within group (order by extract(epoch from n.decided_at - h.decided_at) / 3600)
        from decided h
        cross join lateral (select decided_at from moderation.decision n where n.body_id = h.body_id and n.subject = h.subject and n.id > h.id order by n.id limit 1) n
        where h.act = 'held')::float as "medianHours"
    from decided`.execute(db)
  return rows[0] ?? { published: 0, held: 0, released: 0, hidden: 0, restored: 0, confirmed: 0, kept: 0, reported: 0, medianHours: null }
}
