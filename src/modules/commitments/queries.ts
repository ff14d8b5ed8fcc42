import { type AnyDb, sql } from '#kernel/db'
import { type Commitment, commitmentFrom, type CommitmentRow } from './commitment.ts'
import type { Group } from './rules/terms.ts'
import type { CommitmentId } from './schema.ts'

/** Which commitments are asked for: each part left out asks for all. */
export interface Asked {
  readonly service?: string | null | undefined
  readonly measure?: string | null | undefined
  readonly committee?: string | null | undefined
  /** Subject of the decision: `vote:12`. */
  readonly decision?: string | null | undefined
  readonly group?: Group | null | undefined
  readonly words?: string | undefined
}
interface Where {
  readonly db: AnyDb
  readonly body: { readonly id: number }
}

const ending = sql`(select e.kind from commitments.step e where e.body_id = c.body_id and e.commitment_id = c.id and e.kind in ('kept', 'missed', 'withdrawn'))`
const dueOn = sql`coalesce((select d.due_on from commitments.step d where d.body_id = c.body_id and d.commitment_id = c.id and d.kind = 'delay' order by d.id desc limit 1), c.due_on)`
const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = sql`c.id, c.title, c.text, c.decision, c.decision_title as "decisionTitle", c.decision_url as "decisionUrl",
  c.committee_id as committee, c.service_id as service, c.measure_id as measure, c.owner_kind as "ownerKind", c.owner_name as "ownerName",
  c.owner_function as "ownerFunction", c.indicator, c.unit, c.direction, c.target, c.source, c.made_by as "madeBy", c.made_at as "madeAt",
  c.made_on as "madeOn", c.due_on as "firstDueOn", ${dueOn} as "dueOn", c.review_on as "reviewOn",
  coalesce((select jsonb_agg(jsonb_build_object('on', r.measured_on, 'value', r.value, 'source', r.source, 'url', r.url, 'by', r.by_id,
    'at', ${instant('r.recorded_at')}) order by r.measured_on, r.id)
    from commitments.reading r where r.body_id = c.body_id and r.commitment_id = c.id), '[]') as readings,
  coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'note', s.note, 'dueBefore', s.due_before, 'dueOn', s.due_on, 'measured', s.measured,
    'by', s.by_id, 'on', s.taken_on, 'at', ${instant('s.taken_at')}) order by s.id)
    from commitments.step s where s.body_id = c.body_id and s.commitment_id = c.id), '[]') as steps,
  coalesce((select jsonb_agg(jsonb_build_object('id', m.id::text, 'title', m.title, 'firstDueOn', m.due_on, 'addedBy', m.added_by,
    'addedAt', ${instant('m.added_at')}, 'steps', coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'note', x.note,
      'dueBefore', x.due_before, 'dueOn', x.due_on, 'by', x.by_id, 'on', x.taken_on, 'at', ${instant('x.taken_at')}) order by x.id)
      from commitments.milestone_step x where x.body_id = m.body_id and x.milestone_id = m.id), '[]')) order by m.id)
    from commitments.milestone m where m.body_id = c.body_id and m.commitment_id = c.id), '[]') as milestones,
  coalesce((select jsonb_agg(jsonb_build_object('kind', y.kind, 'cents', y.cents, 'on', y.counted_on, 'label', y.label, 'source', y.source,
    'url', y.url, 'by', y.by_id, 'at', ${instant('y.recorded_at')}) order by y.counted_on, y.id)
    from commitments.money y where y.body_id = c.body_id and y.commitment_id = c.id), '[]') as money,
  coalesce((select jsonb_agg(jsonb_build_object('subject', o.subject, 'title', o.title, 'url', o.url) order by o.subject)
    from commitments.origin o where o.body_id = c.body_id and o.commitment_id = c.id), '[]') as origins,
  coalesce((select jsonb_agg(jsonb_build_object('id', v.id::text, 'kind', v.kind, 'on', v.review_on, 'amount', v.amount, 'condition', v.condition,
    'agenda', v.agenda, 'setBy', v.set_by, 'setAt', ${instant('v.set_at')}, 'called', (select jsonb_build_object('on', w.called_on,
      'at', ${instant('w.called_at')}, 'note', w.note, 'by', w.by_id)
      from commitments.review_call w where w.body_id = v.body_id and w.clause_id = v.id)) order by v.id)
    from commitments.review_clause v where v.body_id = c.body_id and v.commitment_id = c.id), '[]') as clauses`

const asking = ({ service, measure, committee, decision, group, words }: Asked) => sql`
  ${service ? sql`and c.service_id = ${service}` : sql``} ${measure ? sql`and c.measure_id = ${measure}` : sql``}
  ${committee ? sql`and c.committee_id = ${committee}` : sql``} ${decision ? sql`and c.decision = ${decision}` : sql``}
  ${group === 'running' ? sql`and ${ending} is null` : group ? sql`and ${ending} = ${group}` : sql``}
  ${words ? sql`and c.search @@ websearch_to_tsquery('kernel.french', ${words})` : sql``}`

/** Commitments of a service, a measure, a committee or a decision; those due first come first. */
export const commitmentsOf = async (
  { db, body }: Where,
  asked: Asked,
  page: { readonly size: number; readonly start: number } = { size: 200, start: 0 },
): Promise<readonly Commitment[]> => {
  const { rows } = await sql<CommitmentRow>`select ${columns} from commitments.commitment c where c.body_id = ${body.id} ${asking(asked)}
    order by ${dueOn}, c.id limit ${page.size} offset ${page.start}`.execute(db)
  return rows.map(commitmentFrom)
}

/** The latest promised, or ended, or measured first. */
export const latestCommitments = async ({ db, body }: Where, asked: Asked, limit: number): Promise<readonly Commitment[]> => {
  const { rows } = await sql<CommitmentRow>`select ${columns} from commitments.commitment c where c.body_id = ${body.id} ${asking(asked)}
    order by greatest(c.made_at,
      (select max(s.taken_at) from commitments.step s where s.body_id = c.body_id and s.commitment_id = c.id),
      (select max(r.recorded_at) from commitments.reading r where r.body_id = c.body_id and r.commitment_id = c.id)) desc, c.id desc
    limit ${limit}`.execute(db)
  return rows.map(commitmentFrom)
}

export const commitmentById = async ({ db, body }: Where, id: CommitmentId): Promise<Commitment | null> => {
  const { rows } =
    await sql<CommitmentRow>`select ${columns} from commitments.commitment c where c.body_id = ${body.id} and c.id = ${id}`.execute(db)
  return rows[0] ? commitmentFrom(rows[0]) : null
}

/** How many of each, for the same service, measure or words. */
export const countsOf = async ({ db, body }: Where, asked: Omit<Asked, 'group'>): Promise<Readonly<Record<Group, number>>> => {
  const { rows } = await sql<{ group: Group; n: string }>`select coalesce(${ending}, 'running') as "group", count(*) as n
    from commitments.commitment c where c.body_id = ${body.id} ${asking(asked)} group by 1`.execute(db)
  const count = (group: Group) => Number(rows.find(row => row.group === group)?.n ?? 0)
  return { running: count('running'), kept: count('kept'), missed: count('missed'), withdrawn: count('withdrawn') }
}

/** Those whose last day is over and that nobody has judged yet. */
export const dueCommitments = async ({ db, body }: Where, today: string): Promise<readonly Commitment[]> => {
  const { rows } = await sql<CommitmentRow>`select ${columns} from commitments.commitment c
    where c.body_id = ${body.id} and ${ending} is null and ${dueOn} < ${today} order by ${dueOn}, c.id limit 500`.execute(db)
  return rows.map(commitmentFrom)
}

/** After that number, in order, for open data. */
export const commitmentsAfter = async ({ db, body }: Where, after: CommitmentId, limit: number): Promise<readonly Commitment[]> => {
  const { rows } = await sql<CommitmentRow>`select ${columns} from commitments.commitment c
    where c.body_id = ${body.id} and c.id > ${after} order by c.id limit ${limit}`.execute(db)
  return rows.map(commitmentFrom)
}

/** Those with a last day or a review within these days. */
export const commitmentsBetween = async ({ db, body }: Where, from: string, to: string): Promise<readonly Commitment[]> => {
  const { rows } =
    await sql<CommitmentRow>`select ${columns} from commitments.commitment c where c.body_id = ${body.id} and ${ending} is null
    and (${dueOn} between ${from} and ${to} or c.review_on between ${from} and ${to}) order by ${dueOn}, c.id limit 200`.execute(db)
  return rows.map(commitmentFrom)
}

/** Those a measure of this list depends on; those due first come first. */
export const commitmentsOfMeasures = async ({ db, body }: Where, measures: readonly string[]): Promise<readonly Commitment[]> => {
  const { rows } = await sql<CommitmentRow>`select ${columns} from commitments.commitment c
    where c.body_id = ${body.id} and c.measure_id = any(${[...measures]}::bigint[]) order by ${dueOn}, c.id limit 5000`.execute(db)
  return rows.map(commitmentFrom)
}
