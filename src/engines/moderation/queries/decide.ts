import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { refused, type Verdict } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { newsOf } from '../newsOf.ts'
import { canDecide, type DecisionRefusal } from '../rules/decisions.ts'
import { kindOf, type Moderated, stateAfter } from '../rules/state.ts'
import { moderationOf } from './moderationOf.ts'
import { rulebookToApply } from './rulebook.ts'

/** What an agent decides on a content; hiding names a rule of the book in force by its number. The reason is for the author. */
export type Decision =
  | { readonly act: 'released' | 'kept'; readonly reason: string }
  | { readonly act: 'hidden'; readonly reason: string; readonly ruleNumber: number }

/** Takes the decision and settles the reports that were waiting for it. Two agents at once: the second one sees what the first decided. */
export const decide = async (
  world: AnyWorld,
  subject: string,
  decision: Decision,
): Promise<Verdict<DecisionRefusal | 'unknown' | 'unknown-rule'>> => {
  const content = await lockedContent(world, subject)
  if (!content) return refused('unknown')
  const verdict = canDecide(decision.act, content.moderated)
  if (!verdict.ok) return verdict
  const rule = decision.act === 'hidden' ? await ruleOf(world, decision.ruleNumber) : null
  if (decision.act === 'hidden' && !rule) return refused('unknown-rule')
  const id = await applyDecision(world, subject, decision, rule)
  await sql`update moderation.report set settled_by = ${id} where body_id = ${world.body.id} and subject = ${subject} and settled_by is null`.execute(
    world.db,
  )
  await record(world, `${kindOf(subject)}.${decision.act}`, {
    subject,
    content: {
      author: content.authorId,
      url: content.url,
      reason: decision.reason,
      ...(rule ? { rule: rule.number, version: rule.version } : {}),
      ...(decision.act === 'kept' ? {} : { notify: newsOf(subject, decision.act) }),
    },
  })
  return { ok: true }
}

/** The content, locked until the end of the transaction, with how it stands. */
export const lockedContent = async (
  world: AnyWorld,
  subject: string,
): Promise<{ authorId: string | null; url: string; moderated: Moderated } | undefined> => {
  const { rows } = await sql<{ authorId: string | null; url: string }>`
    select author_id as "authorId", url from moderation.content where body_id = ${world.body.id} and subject = ${subject} for update`.execute(
    world.db,
  )
  return rows[0] && { ...rows[0], moderated: (await moderationOf(world.db, world.body.id, [subject])).get(subject) }
}

/** Writes the dated decision and the state it leads to. @returns the decision's id */
export const applyDecision = async (
  world: AnyWorld,
  subject: string,
  { act, reason }: { act: 'released' | 'hidden' | 'kept' | 'restored' | 'confirmed'; reason: string },
  rule: { version: number; number: number } | null,
): Promise<string> => {
  const body = world.body.id
  const { rows } = await sql<{ id: string }>`
    insert into moderation.decision (body_id, subject, act, reason, rule_version, rule_number, decided_by, decided_at)
    values (${body}, ${subject}, ${act}, ${reason}, ${rule?.version ?? null}, ${rule?.number ?? null}, ${world.actor.personId}, ${world.now})
    returning id`.execute(world.db)
  await sql`update moderation.content set state = ${stateAfter(act)} where body_id = ${body} and subject = ${subject}`.execute(world.db)
  return rows[0]!.id
}

const ruleOf = async (world: AnyWorld, number: number) => {
  const { version, rules } = await rulebookToApply(world)
  return rules.some(rule => rule.number === number) ? { version, number } : null
}
