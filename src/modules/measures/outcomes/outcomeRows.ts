import { sql } from '#kernel/db'
import type { OutcomesAsked } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'

interface Ends {
  readonly runningAt: string | null
  readonly running: string | null
  readonly evaluatedAt: string | null
  readonly evaluated: string | null
}
export interface AmendmentRow extends Ends {
  readonly id: string
  readonly measure: string
  readonly title: string
  readonly gesture: 'rewrite' | 'removal' | 'addition'
  readonly text: string
  readonly reason: string
  readonly author: string | null
  readonly filedAt: string
  readonly outcome: 'accepted' | 'merged' | 'refused' | null
  readonly decision: string | null
  readonly decidedAt: string | null
  readonly version: number | null
}
export interface ProposalRow extends Ends {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly author: string | null
  readonly proposedAt: string
  readonly outcome: 'published' | 'refused' | null
  readonly decision: string | null
  readonly decidedAt: string | null
  readonly measure: string | null
}
export interface LifeRow extends Ends {
  readonly measure: string
  readonly title: string
  readonly supports: number
  readonly amendments: number
  readonly proposedAt: string
  readonly decidedAt: string | null
  readonly decision: string | null
  readonly isWithdrawn: boolean
}
type Place = Pick<AnyWorld, 'db' | 'body'>

const visible = (body: number, subject: ReturnType<typeof sql>) =>
  sql`not exists (select from moderation.content k where k.body_id = ${body} and k.subject = ${subject} and k.state <> 'visible')`

/** The latest row of that stage, since an instant. */
const ends = (body: number, measure: ReturnType<typeof sql>, since: ReturnType<typeof sql>) => sql`
  left join lateral (select s.made_at, s.reason from measures.stage s where s.body_id = ${body} and s.measure_id = ${measure}
    and s.stage in ('under-way', 'running') and s.made_at >= ${since} order by s.stage = 'running' desc, s.id desc limit 1) run on true
  left join lateral (select s.made_at, s.reason from measures.stage s where s.body_id = ${body} and s.measure_id = ${measure}
    and s.stage = 'evaluated' and s.made_at >= ${since} order by s.id desc limit 1) eva on true`
const endColumns = sql`run.made_at as "runningAt", run.reason as running, eva.made_at as "evaluatedAt", eva.reason as evaluated`

/** Amendments, decided or not; those their author withdrew say nothing of the town hall. The latest first. */
export const amendmentRows = async ({ db, body }: Place, { measure, limit }: OutcomesAsked): Promise<readonly AmendmentRow[]> => {
  const { rows } = await sql<AmendmentRow>`
    select a.id, a.measure_id as measure, m.title, a.gesture, r.text, r.reason, a.filed_at as "filedAt",
      (select p.name from kernel.person p where p.id = a.author_id) as author,
      d.outcome, d.reason as decision, d.decided_at as "decidedAt", d.version, ${endColumns}
    from measures.amendment a
    join measures.measure m on m.body_id = a.body_id and m.id = a.measure_id
    join measures.amendment_revision r on r.body_id = a.body_id and r.amendment_id = a.id and r.number = a.revision
    left join measures.amendment_decision d on d.body_id = a.body_id and d.amendment_id = a.id
    ${ends(body.id, sql`a.measure_id`, sql`d.decided_at`)}
    where a.body_id = ${body.id} and a.state <> 'withdrawn' ${measure === null ? sql`` : sql`and a.measure_id = ${measure}`}
      and ${visible(body.id, sql`'amendment:' || a.id`)}
    order by coalesce(d.decided_at, a.filed_at) desc, a.id desc limit ${limit}`.execute(db)
  return rows
}

/** Measures that people proposed, published, refused or waiting. The latest first. */
export const proposalRows = async ({ db, body }: Place, { measure, limit }: OutcomesAsked): Promise<readonly ProposalRow[]> => {
  const { rows } = await sql<ProposalRow>`
    select p.id, p.title, p.text, p.proposed_at as "proposedAt", (select n.name from kernel.person n where n.id = p.author_id) as author,
      d.outcome, d.reason as decision, d.decided_at as "decidedAt", d.measure_id as measure, ${endColumns}
    from measures.proposal p
    left join measures.proposal_decision d on d.body_id = p.body_id and d.proposal_id = p.id
    ${ends(body.id, sql`d.measure_id`, sql`d.decided_at`)}
    where p.body_id = ${body.id} and d.outcome is distinct from 'withdrawn' ${measure === null ? sql`` : sql`and d.measure_id = ${measure}`}
      and ${visible(body.id, sql`'measure-proposal:' || p.id`)}
    order by coalesce(d.decided_at, p.proposed_at) desc, p.id desc limit ${limit}`.execute(db)
  return rows
}

/** Measures that were decided or withdrawn: what was said counts supports and amendments. The latest first. */
export const lifeRows = async ({ db, body }: Place, { measure, limit }: OutcomesAsked): Promise<readonly LifeRow[]> => {
  const { rows } = await sql<LifeRow>`
    select m.id as measure, m.title, m.created_at as "proposedAt", dec.made_at as "decidedAt", dec.reason as decision,
      m.stage = 'withdrawn' as "isWithdrawn",
      coalesce((select sum(n) from measures.support_count c where c.body_id = m.body_id and c.measure_id = m.id), 0)::integer as supports,
      (select count(*) from measures.amendment a where a.body_id = m.body_id and a.measure_id = m.id and a.state <> 'withdrawn')::integer as amendments,
      ${endColumns}
    from measures.measure m
    left join lateral (select s.made_at, s.reason from measures.stage s where s.body_id = m.body_id and s.measure_id = m.id
      and s.stage = case when m.stage = 'withdrawn' then 'withdrawn' else 'decided' end order by s.id desc limit 1) dec on true
    ${ends(body.id, sql`m.id`, sql`m.created_at`)}
    where m.body_id = ${body.id} and m.stage in ('decided', 'under-way', 'running', 'evaluated', 'withdrawn')
      ${measure === null ? sql`` : sql`and m.id = ${measure}`}
    order by m.stage_since desc, m.id desc limit ${limit}`.execute(db)
  return rows
}
