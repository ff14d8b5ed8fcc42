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
    from commitments.step s where s.body_id = c.body_id and s.commitment_id = c.id), '[]') as steps`

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
