import { type AnyDb, sql } from '#kernel/db'
import { type Moderated, type SetApart, visible } from '../rules/state.ts'

/** How each of these contents stands, in one query; whoever is not known here is visible. `subjects` are keys such as `argument:12`. */
export const moderationOf = async (db: AnyDb, body: number, subjects: readonly string[]): Promise<{ get(subject: string): Moderated }> => {
  if (subjects.length === 0) return { get: () => visible }
  const { rows } = await sql<Row>`
    select c.subject, c.state, c.author_id as "authorId", d.decided_at as since, d.reason, d.signals, d.id as "decisionId",
      d.rule_version as version, d.rule_number as number, r.title, a.decision_id is not null as appealed, a.outcome
    from moderation.content c
    cross join lateral (
      select * from moderation.decision d where d.body_id = c.body_id and d.subject = c.subject and d.act = c.state order by d.id desc limit 1
    ) d
    left join moderation.rule r on r.body_id = c.body_id and r.version = d.rule_version and r.number = d.rule_number
    left join moderation.appeal a on a.body_id = c.body_id and a.decision_id = d.id
    where c.body_id = ${body} and c.state <> 'visible' and c.subject = any(${[...subjects]}::text[])`.execute(db)
  const apart = new Map(rows.map(row => [row.subject, moderatedFrom(row)]))
  return { get: subject => apart.get(subject) ?? visible }
}

interface Row {
  subject: string
  state: SetApart
  authorId: string | null
  since: string
  reason: string
  signals: string[]
  decisionId: string
  version: number | null
  number: number | null
  title: string | null
  appealed: boolean
  outcome: 'restored' | 'confirmed' | null
}

const moderatedFrom = (row: Row): Moderated => ({
  state: row.state,
  authorId: row.authorId,
  since: row.since,
  reason: row.reason,
  signals: row.signals,
  rule: row.version === null || row.number === null ? null : { version: row.version, number: row.number, title: row.title ?? '' },
  decisionId: row.decisionId,
  appeal: !row.appealed ? 'none' : row.outcome === 'confirmed' ? 'confirmed' : 'open',
})
