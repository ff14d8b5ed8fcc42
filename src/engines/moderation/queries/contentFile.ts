import { type AnyDb, sql } from '#kernel/db'
import type { Moderated } from '../rules/state.ts'
import type { ModerationTables } from '../tables.ts'
import { moderationOf } from './moderationOf.ts'

/** One line of a content's history. */
export interface PastDecision {
  readonly id: string
  readonly act: ModerationTables['moderation.decision']['act']
  readonly at: string
  readonly by: string | null
  readonly byName: string | null
  readonly reason: string
  readonly signals: readonly string[]
  readonly rule: number | null
  readonly ruleTitle: string | null
}
/** Everything the town hall knows about one content: for agents only. */
export interface ContentFile {
  readonly subject: string
  readonly authorId: string | null
  readonly authorName: string | null
  readonly url: string
  readonly extract: string
  readonly registeredAt: string
  readonly moderated: Moderated
  readonly history: readonly PastDecision[]
  readonly reports: readonly { readonly reason: string; readonly at: string }[]
  readonly appeal: {
    readonly decisionId: string
    readonly hiddenBy: string
    readonly filedBy: string
    readonly text: string
    readonly filedAt: string
  } | null
}

/** The file of one content; null when it is not known here. */
export const contentFile = async (db: AnyDb, body: number, subject: string): Promise<ContentFile | null> => {
  const { rows } = await sql<Omit<ContentFile, 'moderated' | 'history' | 'reports' | 'appeal'>>`
    select c.subject, c.author_id as "authorId", p.name as "authorName", c.url, c.extract, c.registered_at as "registeredAt"
    from moderation.content c left join kernel.person p on p.id = c.author_id
    where c.body_id = ${body} and c.subject = ${subject}`.execute(db)
  if (!rows[0]) return null
  const moderated = (await moderationOf(db, body, [subject])).get(subject)
  const { rows: history } = await sql<PastDecision>`
    select d.id, d.act, d.decided_at as at, d.decided_by as by, p.name as "byName", d.reason, d.signals, d.rule_number as rule, r.title as "ruleTitle"
    from moderation.decision d
    left join kernel.person p on p.id = d.decided_by
    left join moderation.rule r on r.body_id = d.body_id and r.version = d.rule_version and r.number = d.rule_number
    where d.body_id = ${body} and d.subject = ${subject} order by d.id desc limit 50`.execute(db)
  const { rows: reports } = await sql<{ reason: string; at: string }>`
    select reason, reported_at as at from moderation.report
    where body_id = ${body} and subject = ${subject} and settled_by is null order by reported_at, person_id limit 50`.execute(db)
  const { rows: appeals } = await sql<NonNullable<ContentFile['appeal']>>`
    select a.decision_id as "decisionId", a.hidden_by as "hiddenBy", a.filed_by as "filedBy", a.text, a.filed_at as "filedAt"
    from moderation.appeal a join moderation.decision d on d.body_id = a.body_id and d.id = a.decision_id
    where a.body_id = ${body} and d.subject = ${subject} and a.outcome is null`.execute(db)
  return { ...rows[0], moderated, history, reports, appeal: appeals[0] ?? null }
}
