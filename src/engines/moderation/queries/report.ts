import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { canReport, type ReportRefusal } from '../rules/decisions.ts'
import { isVisibleTo } from '../rules/state.ts'
import { moderationOf } from './moderationOf.ts'

/** Tells the agents that a content may break a rule. It stays where it is until one of them has decided. */
export const report = async (
  world: AnyWorld,
  subject: string,
  personId: string,
  reason: string,
): Promise<Verdict<ReportRefusal | 'unknown'>> => {
  const content = await reportable(world, subject)
  if (!content) return refused('unknown')
  const verdict = canReport({ authorId: content.authorId, personId, hasReported: false })
  if (!verdict.ok) return verdict
  const done = await sql`
    insert into moderation.report (body_id, subject, person_id, reason, reported_at)
    values (${world.body.id}, ${subject}, ${personId}, ${reason}, ${world.now}) on conflict do nothing`.execute(world.db)
  if (Number(done.numAffectedRows ?? 0) === 0) return refused('already-reported')
  await record(world, 'content.reported', { subject, content: { url: content.url } })
  return allowed
}

/** What the reader is about to report; undefined when it does not exist for them. */
export const reportable = async (world: AnyWorld, subject: string) => {
  const { rows } = await sql<{ authorId: string | null; url: string; extract: string }>`
    select author_id as "authorId", url, extract from moderation.content where body_id = ${world.body.id} and subject = ${subject}`.execute(
    world.db,
  )
  const content = rows[0]
  if (!content) return undefined
  const moderated = (await moderationOf(world.db, world.body.id, [subject])).get(subject)
  return isVisibleTo(moderated, world.actor) ? content : undefined
}
