import type { Operation, Paragraph, Version } from '#engines/texts'
import { type Db, sql } from '#kernel/db'
import type { Gesture, Outcome, State } from '../rules/terms.ts'
import type { AmendmentId, Tables } from '../schema.ts'

type College = 'users' | 'agents' | 'elected'
export interface AmendmentDetail {
  readonly id: AmendmentId
  readonly gesture: Gesture
  readonly state: State
  readonly authorId: string | null
  readonly author: string | null
  readonly college: College
  readonly keyedBy: string | null
  readonly filedAt: string
  /** The page of this site that gave birth to it; empty when it came by itself. */
  readonly origin: string
  /** The wording in force. */
  readonly revision: number
  readonly baseVersion: number
  readonly paragraphs: readonly string[]
  readonly text: string
  readonly reason: string
  readonly supports: number
  readonly hasSupported: boolean
  /** Every wording, the latest first. */
  readonly revisions: readonly { readonly number: number; readonly text: string; readonly reason: string; readonly at: string }[]
  readonly operations: readonly Operation[]
  /** The version it was made on. */
  readonly base: Version
  readonly decision: {
    readonly outcome: Outcome
    readonly reason: string
    readonly at: string
    readonly author: string | null
    readonly college: College
    readonly version: number | null
  } | null
  readonly arbitrations: readonly {
    readonly paragraph: string
    readonly ours: string | null
    readonly theirs: string | null
    readonly settled: string | null
    readonly inConflict: boolean
  }[]
}
interface StoredOperation {
  readonly kind: Operation['kind']
  readonly paragraph: string | null
  readonly added: string | null
  readonly text: string | null
}

/** An amendment of that measure, or null. One statement. */
export const readAmendment = async (
  db: Db<Tables>,
  body: number,
  measure: string,
  id: AmendmentId,
  personId: string | null,
): Promise<AmendmentDetail | null> => {
  const { rows } = await sql<Omit<AmendmentDetail, 'operations'> & { operations: readonly StoredOperation[]; base: readonly Paragraph[] }>`
    select a.id, a.gesture, a.state, a.author_id as "authorId", a.college, a.filed_at as "filedAt", a.origin, a.revision,
      (select p.name from kernel.person p where p.id = a.author_id) as author,
      (select p.name from kernel.person p where p.id = a.keyed_by) as "keyedBy",
      r.base_version as "baseVersion", r.paragraphs, r.text, r.reason,
      (select count(*) from measures.amendment_support s where s.body_id = a.body_id and s.amendment_id = a.id)::integer as supports,
      exists (select from measures.amendment_support s where s.body_id = a.body_id and s.amendment_id = a.id and s.person_id = ${personId}::uuid) as "hasSupported",
      (select jsonb_agg(jsonb_build_object('number', o.number, 'text', o.text, 'reason', o.reason, 'at', o.written_at) order by o.number desc)
        from measures.amendment_revision o where o.body_id = a.body_id and o.amendment_id = a.id) as revisions,
      (select jsonb_agg(jsonb_build_object('kind', o.kind, 'paragraph', o.paragraph, 'added', o.added, 'text', o.text) order by o.position)
        from measures.amendment_operation o where o.body_id = a.body_id and o.amendment_id = a.id and o.revision = a.revision) as operations,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.paragraph, 'text', p.text) order by p.position)
        from measures.version_paragraph p where p.body_id = a.body_id and p.measure_id = a.measure_id and p.version = r.base_version), '[]') as base,
      (select jsonb_build_object('outcome', d.outcome, 'reason', d.reason, 'at', d.decided_at, 'college', d.college, 'version', d.version,
          'author', (select p.name from kernel.person p where p.id = d.author_id))
        from measures.amendment_decision d where d.body_id = a.body_id and d.amendment_id = a.id) as decision,
      coalesce((select jsonb_agg(jsonb_build_object('paragraph', t.paragraph, 'ours', t.ours, 'theirs', t.theirs, 'settled', t.settled, 'inConflict', t.in_conflict) order by t.paragraph)
        from measures.amendment_arbitration t where t.body_id = a.body_id and t.amendment_id = a.id), '[]') as arbitrations
    from measures.amendment a
    join measures.amendment_revision r on r.body_id = a.body_id and r.amendment_id = a.id and r.number = a.revision
    where a.body_id = ${body} and a.measure_id = ${measure} and a.id = ${id}`.execute(db)
  const [row] = rows
  return row ? { ...row, operations: row.operations.map(operationFrom) } : null
}

const operationFrom = ({ kind, paragraph, added, text }: StoredOperation): Operation => {
  if (kind === 'add') return { kind, after: paragraph, added: { id: added ?? '', text: text ?? '' } }
  return kind === 'replace' ? { kind, paragraph: paragraph ?? '', text: text ?? '' } : { kind, paragraph: paragraph ?? '' }
}
