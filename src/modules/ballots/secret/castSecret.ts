import { trackingNumber } from '#engines/ballotCryptography'
import type { AnyWorld } from '#kernel/world'
import type { Ballot } from '../queries/ballots.ts'
import { canVoteAt } from '../rules/life.ts'
import { checkedBallot } from './checkedBallot.ts'
import { openedVote } from './opened.ts'
import { codeState, isSealed, lockedEnd, publishEvent, trackedBallot } from './queries/board.ts'

export type SecretRefusal = 'not-yet' | 'closed' | 'cancelled' | 'malformed' | 'unknown-code' | 'closed-code'
export type SecretCast = { readonly ok: true; readonly tracking: string } | { readonly ok: false; readonly because: SecretRefusal }

/**
 * Puts an encrypted ballot in the urn. Nothing is known of who sends it, and nothing is written in the journal. Sent twice, it is there once.
 */
export const castSecret = async (world: AnyWorld, ballot: Ballot, raw: string): Promise<SecretCast> => {
  const refuse = (because: SecretRefusal) => ({ ok: false, because }) as const
  const opened = await openedVote(world, ballot.id)
  if (!opened) return refuse('not-yet')
  const phase = canVoteAt(ballot, world.now)
  if (!phase.ok) return refuse(phase.because)
  const check = await checkedBallot(opened, raw)
  if (!check.ok) return refuse('malformed')
  const { credential } = check
  const tracking = trackingNumber(opened.open, raw)
  await lockedEnd(world, ballot.id)
  if (await isSealed(world, ballot.id)) return refuse('closed')
  const state = await codeState(world, ballot.id, credential, opened.credentials)
  if (state === 'unknown') return refuse('unknown-code')
  if (state === 'closed') return refuse('closed-code')
  if (await trackedBallot(world, ballot.id, tracking)) return { ok: true, tracking }
  await publishEvent(world, ballot.id, 'Ballot', [raw], { credential, tracking })
  return { ok: true, tracking }
}
