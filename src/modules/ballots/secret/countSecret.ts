import {
  combine,
  documentsOf,
  encryptedTally,
  isPartialDecryption,
  lastBallots,
  Malformed,
  type OwnedDecryption,
  read,
  readers,
  verificationKeys,
  write,
} from '#engines/ballotCryptography'
import type { AnyWorld } from '#kernel/world'
import { type Ballot, questionsOf } from '../queries/ballots.ts'
import { keepElectronicCount } from '../queries/count.ts'
import { group } from './group.ts'
import { type Opened, openedVote } from './opened.ts'
import { decryptedBy, documentsOfKind, isSealed, lockedEnd, publishEvent } from './queries/board.ts'
import { guardsOf } from './queries/guards.ts'
import { revokedCount } from './queries/revocations.ts'
import { countsFound } from './rules/electionOf.ts'

/** After the close: ends the ballots and publishes their encrypted sum. Each ballot was checked when it was cast. Done once. */
export const sealBoard = async (world: AnyWorld, ballot: Ballot): Promise<void> => {
  const opened = await openedVote(world, ballot.id)
  await lockedEnd(world, ballot.id) // whoever was writing a ballot has finished before it is read
  if (!opened || (await isSealed(world, ballot.id))) return
  const ballots = (await documentsOfKind(world, ballot.id, 'Ballot')).map(([raw]) => read(readers.ballot, raw!))
  const counted = lastBallots(ballots)
  await publishEvent(world, ballot.id, 'EndBallots', [])
  await publishEvent(
    world,
    ballot.id,
    'EncryptedTally',
    documentsOf.tally(group, counted.length, write(encryptedTally(opened.open, counted))),
  )
}

/** The encrypted sum, for the browser of a trustee; null before the board is sealed. */
export const sealedTally = async (world: AnyWorld, ballot: Ballot): Promise<{ readonly raw: string; readonly counted: number } | null> => {
  const [[tally, sized] = []] = await documentsOfKind(world, ballot.id, 'EncryptedTally')
  return tally && sized ? { raw: tally, counted: read(readers.sizedTally, sized).num_tallied } : null
}

export type DecryptionRefusal = 'too-early' | 'already' | 'enough' | 'invalid'

/** Takes one trustee's part; with the last one needed, the result is found and published on the board. */
export const takeDecryption = async (
  world: AnyWorld,
  ballot: Ballot,
  number: number,
  raw: string,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly because: DecryptionRefusal }> => {
  const opened = await openedVote(world, ballot.id)
  const guards = await guardsOf(world, ballot.id)
  const sealed = await sealedTally(world, ballot)
  if (!opened || !guards || !sealed) return { ok: false, because: 'too-early' }
  if (ballot.state !== 'closed') return { ok: false, because: 'enough' }
  const already = await decryptedBy(world, ballot.id)
  if (already.includes(number)) return { ok: false, because: 'already' }
  if (!holds(opened, sealed.raw, number, raw)) return { ok: false, because: 'invalid' }
  await publishEvent(world, ballot.id, 'PartialDecryption', documentsOf.decryption(group, number, raw), { trustee: number })
  if (already.length + 1 >= guards.needed) await publishCount(world, ballot, opened, sealed)
  return { ok: true }
}

const holds = (opened: Opened, tally: string, number: number, raw: string) => {
  try {
    const decryption = read(readers.partialDecryption, raw)
    const key = verificationKeys(opened.trustees)[number - 1]
    return (
      write(decryption) === raw &&
      key !== undefined &&
      isPartialDecryption(opened.open, read(readers.encryptedTally, tally), key.public_key, decryption)
    )
  } catch (error) {
    if (error instanceof Malformed) return false
    throw error
  }
}

const publishCount = async (
  world: AnyWorld,
  ballot: Ballot,
  opened: Opened,
  sealed: { readonly raw: string; readonly counted: number },
) => {
  const decryptions = (await documentsOfKind(world, ballot.id, 'PartialDecryption')).map(([raw, owned]): OwnedDecryption => ({
    owner: read(readers.owned, owned!).owner,
    decryption: read(readers.partialDecryption, raw!),
  }))
  const tally = read(readers.encryptedTally, sealed.raw)
  const result = combine(opened.open, { tally, counted: sealed.counted, trustees: opened.trustees, decryptions })
  await publishEvent(world, ballot.id, 'Result', [write({ result })])
  await keepElectronicCount(
    world,
    ballot,
    countsFound(await questionsOf(world, ballot.id), result, { ballots: sealed.counted, revoked: await revokedCount(world, ballot.id) }),
  )
}
