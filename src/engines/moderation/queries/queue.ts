import { type AnyDb, sql } from '#kernel/db'

export type Queue = 'held' | 'reported' | 'appeals'

/** One content that waits for somebody of the town hall, oldest first. `reports` counts those not settled yet. */
export interface Waiting {
  readonly subject: string
  readonly authorName: string | null
  readonly url: string
  readonly extract: string
  readonly since: string
  readonly signals: readonly string[]
  readonly reports: number
  /** Set in the queue of appeals: the decision appealed against, and who took it. */
  readonly decisionId: string | null
  readonly hiddenBy: string | null
}

/** What waits in one queue. */
export const waiting = async (
  db: AnyDb,
  body: number,
  queue: Queue,
  page: { size: number; start: number },
): Promise<readonly Waiting[]> => {
  const source = {
    held: sql`
      select c.subject, d.decided_at as since, d.signals, 0 as reports, null::bigint as "decisionId", null::uuid as "hiddenBy"
      from moderation.content c
      cross join lateral (select * from moderation.decision d where d.body_id = c.body_id and d.subject = c.subject and d.act = 'held' order by id desc limit 1) d
      where c.body_id = ${body} and c.state = 'held'`,
    reported: sql`
      select r.subject, min(r.reported_at) as since, '{}'::text[] as signals, count(*)::int as reports, null::bigint as "decisionId", null::uuid as "hiddenBy"
      from moderation.report r where r.body_id = ${body} and r.settled_by is null group by r.subject`,
    appeals: sql`
      select d.subject, a.filed_at as since, '{}'::text[] as signals, 0 as reports, a.decision_id as "decisionId", a.hidden_by as "hiddenBy"
      from moderation.appeal a join moderation.decision d on d.body_id = a.body_id and d.id = a.decision_id
      where a.body_id = ${body} and a.outcome is null`,
  }[queue]
  const { rows } = await sql<Waiting>`
    select w.*, c.url, c.extract, p.name as "authorName"
    from (${source}) w
    join moderation.content c on c.body_id = ${body} and c.subject = w.subject
    left join kernel.person p on p.id = c.author_id
    order by w.since, w.subject limit ${page.size} offset ${page.start}`.execute(db)
  return rows
}

/** How many contents wait in each queue. */
export const waitingCounts = async (db: AnyDb, body: number): Promise<Readonly<Record<Queue, number>>> => {
  const { rows } = await sql<Record<Queue, number>>`
    select
      (select count(*)::int from moderation.content where body_id = ${body} and state = 'held') as held,
      (select count(distinct subject)::int from moderation.report where body_id = ${body} and settled_by is null) as reported,
      (select count(*)::int from moderation.appeal where body_id = ${body} and outcome is null) as appeals`.execute(db)
  return rows[0] ?? { held: 0, reported: 0, appeals: 0 }
}
