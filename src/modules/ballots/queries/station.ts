import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { markAct, type Marked, revokeAct } from '#modules/roll'
import { canVoteAt } from '../rules/life.ts'
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

/** Takes away an electronic ballot, unseen, so that its voter can vote on paper. Null when there was none, or when it is too late. */
export const revokeBallot = async (world: AnyWorld, ballot: Ballot, { personId, because }: { personId: string; because: string }) => {
  if (!canVoteAt(ballot, world.now).ok) return null
  const revoked = await revokeAct(world, { act: actOf(ballot.id), personId, because })
  if (!revoked) return null
  await sql`select ballots.revoke(${ballot.id}::bigint, ${personId}::uuid, ${world.now}::timestamptz)`.execute(world.db)
  await record(world, 'ballot.revoked', { subject: actOf(ballot.id), content: { person: personId, because } })
  return revoked
}
