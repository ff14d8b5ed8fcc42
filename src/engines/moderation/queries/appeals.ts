import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { refused, type Verdict } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { newsOf } from '../newsOf.ts'
import { type AppealDecisionRefusal, type AppealRefusal, canAppeal, canDecideAppeal } from '../rules/decisions.ts'
import { kindOf } from '../rules/state.ts'
import { applyDecision, lockedContent } from './decide.ts'

/** The author asks for a second reading, once per decision to hide. */
export const fileAppeal = async (
  world: AnyWorld,
  subject: string,
  personId: string,
  text: string,
): Promise<Verdict<AppealRefusal | 'unknown'>> => {
  const content = await lockedContent(world, subject)
  if (!content) return refused('unknown')
  const verdict = canAppeal(content.moderated, personId)
  if (!verdict.ok || content.moderated.state === 'visible') return verdict
  await sql`
    insert into moderation.appeal (body_id, decision_id, hidden_by, filed_by, text, filed_at)
    select body_id, id, decided_by, ${personId}, ${text}, ${world.now}
    from moderation.decision where body_id = ${world.body.id} and id = ${content.moderated.decisionId}`.execute(world.db)
  await record(world, 'appeal.filed', { subject, content: { url: content.url } })
  return verdict
}

/** The second reading: the content comes back, or stays hidden for good. */
export const decideAppeal = async (
  world: AnyWorld,
  decisionId: string,
  personId: string,
  { outcome, reason }: { outcome: 'restored' | 'confirmed'; reason: string },
): Promise<Verdict<AppealDecisionRefusal | 'unknown'>> => {
  const { rows } = await sql<{ hiddenBy: string; filedBy: string; outcome: string | null; subject: string }>`
    select a.hidden_by as "hiddenBy", a.filed_by as "filedBy", a.outcome, d.subject
    from moderation.appeal a join moderation.decision d on d.body_id = a.body_id and d.id = a.decision_id
    where a.body_id = ${world.body.id} and a.decision_id = ${decisionId} for update of a`.execute(world.db)
  const appeal = rows[0]
  if (!appeal) return refused('unknown')
  const verdict = canDecideAppeal(appeal, personId)
  if (!verdict.ok) return verdict
  const content = await lockedContent(world, appeal.subject)
  await sql`
    update moderation.appeal set outcome = ${outcome}, reason = ${reason}, decided_by = ${personId}, decided_at = ${world.now}
    where body_id = ${world.body.id} and decision_id = ${decisionId}`.execute(world.db)
  await applyDecision(world, appeal.subject, { act: outcome, reason }, null)
  await record(world, `${kindOf(appeal.subject)}.${outcome}`, {
    subject: appeal.subject,
    content: { author: appeal.filedBy, url: content?.url ?? '', reason, notify: newsOf(appeal.subject, outcome) },
  })
  return verdict
}
