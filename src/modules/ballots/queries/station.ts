import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { markAct, type Marked, markOf, revokeAct } from '#modules/roll'
import { canVoteAt } from '../rules/life.ts'
import { takeReturnedCode } from '../secret/index.ts'
import type { Ballot } from './ballots.ts'
import { actOf } from './castBallot.ts'

/** Marks that somebody voted at the station, or handed in a paper ballot: on-line voting closes for them. */
export const markAtStation = async (
  world: AnyWorld,
  ballot: Ballot,
  { personId, channel }: { personId: string; channel: 'station' | 'paper' },
): Promise<Marked> => {
  const marked = await markAct(world, { act: actOf(ballot.id), personId, channel })
  if (marked.ok) await record(world, 'ballot.markedAtStation', { subject: actOf(ballot.id), content: { person: personId, channel } })
  return marked
}

export type RevokeRefusal = 'nothing' | 'codeOpen'

/**
 * Takes away an electronic ballot, unseen, so that its voter can vote on paper. In a secret vote, takes back the mark of who was handed a
 * code, once the authority has closed as many codes as people went to paper.
 */
export const revokeBallot = async (
  world: AnyWorld,
  ballot: Ballot,
  { personId, because }: { personId: string; because: string },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly because: RevokeRefusal }> => {
  if (!canVoteAt(ballot, world.now).ok) return { ok: false, because: 'nothing' }
  const mark = await markOf(world, { act: actOf(ballot.id), personId })
  if (!mark) return { ok: false, because: 'nothing' }
  if (ballot.isSecret && mark.channel === 'screen' && !(await takeReturnedCode(world, ballot.id))) return { ok: false, because: 'codeOpen' }
  const revoked = await revokeAct(world, { act: actOf(ballot.id), personId, because })
  if (!revoked) return { ok: false, because: 'nothing' }
  await sql`select ballots.revoke(${ballot.id}::bigint, ${personId}::uuid, ${world.now}::timestamptz)`.execute(world.db)
  await record(world, 'ballot.revoked', { subject: actOf(ballot.id), content: { person: personId, because } })
  return { ok: true }
}
