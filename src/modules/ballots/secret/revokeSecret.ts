import { isRevocation, Malformed, read, readers, trackingNumber } from '#engines/ballotCryptography'
import { checkBallotInWorker } from '#engines/ballotCryptography/node'
import type { AnyWorld } from '#kernel/world'
import { record } from '#kernel/journal'
import type { Ballot } from '../queries/ballots.ts'
import { actOf } from '../queries/castBallot.ts'
import { canVoteAt } from '../rules/life.ts'
import type { RevocationForm } from './forms.ts'
import { openedVote } from './opened.ts'
import { closeCode, codeState, isSealed, lockedEnd, publishEvent } from './queries/board.ts'
import { keepRevocation } from './queries/revocations.ts'

export type RevocationRefusal = 'not-open' | 'malformed' | 'unknown-code' | 'unused-code' | 'closed-code'

/**
 * Takes a cast ballot back at the request of its voter: the authority, who alone knows whose it is, casts a last ballot with that code,
 * blank for all to see; the code then casts nothing more, and the list of such ballots is published. Nobody learns what was taken back.
 */
export const revokeSecret = async (
  world: AnyWorld,
  ballot: Ballot,
  { ballot: raw, openings, reason }: RevocationForm,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly because: RevocationRefusal }> => {
  const refuse = (because: RevocationRefusal) => ({ ok: false, because }) as const
  const opened = await openedVote(world, ballot.id)
  if (!opened || !canVoteAt(ballot, world.now).ok) return refuse('not-open')
  const check = await checkBallotInWorker(opened.election, raw)
  const shown = openingsIn(openings)
  if (!check.ok || !shown || !isRevocation(opened.open, check.ballot, shown)) return refuse('malformed')
  const credential = check.ballot.credential.toString()
  const tracking = trackingNumber(opened.open, raw)
  await lockedEnd(world, ballot.id)
  if (await isSealed(world, ballot.id)) return refuse('not-open')
  const state = await codeState(world, ballot.id, credential, opened.credentials)
  if (state !== 'used') return refuse(state === 'free' ? 'unused-code' : `${state}-code`)
  await publishEvent(world, ballot.id, 'Ballot', [raw], { credential, tracking })
  await closeCode(world, ballot.id, credential, reason)
  await keepRevocation(world, ballot.id, { tracking, credential, openings: shown })
  await record(world, 'ballot.secretRevoked', { subject: actOf(ballot.id), content: { because: reason } })
  return { ok: true }
}

const openingsIn = (typed: string) => {
  try {
    return read(readers.openings, typed)
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
