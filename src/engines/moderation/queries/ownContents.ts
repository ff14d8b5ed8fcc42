import { type AnyDb, sql } from '#kernel/db'
import type { Moderated } from '../rules/state.ts'
import type { ModerationTables } from '../tables.ts'
import { moderationOf } from './moderationOf.ts'

/** Something this person wrote that was set apart one day. */
export interface OwnContent {
  readonly subject: string
  readonly url: string
  readonly extract: string
  readonly moderated: Moderated
  readonly lastAct: ModerationTables['moderation.decision']['act']
  readonly lastReason: string
  readonly lastAt: string
}

/** What this person wrote and an agent looked at, the latest decision first. */
export const ownContents = async (
  db: AnyDb,
  body: number,
  personId: string,
  page: { size: number; start: number },
): Promise<readonly OwnContent[]> => {
  const { rows } = await sql<Omit<OwnContent, 'moderated'>>`
    select c.subject, c.url, c.extract, d.act as "lastAct", d.reason as "lastReason", d.decided_at as "lastAt"
    from moderation.content c
    cross join lateral (
      select * from moderation.decision d where d.body_id = c.body_id and d.subject = c.subject and d.act <> 'kept' order by d.id desc limit 1
    ) d
    where c.body_id = ${body} and c.author_id = ${personId}
    order by d.id desc limit ${page.size} offset ${page.start}`.execute(db)
  const moderated = await moderationOf(
    db,
    body,
    rows.map(row => row.subject),
  )
  return rows.map(row => ({ ...row, moderated: moderated.get(row.subject) }))
}
