import {
  type Choice,
  makeBallot,
  newCredential,
  newTrusteeKey,
  partialDecryption,
  publicCredential,
  read,
  readers,
  secureRandom,
  write,
} from '#engines/ballotCryptography'
import { markAct } from '#modules/roll'
import { ballotById } from '../queries/ballots.ts'
import { actOf } from '../queries/castBallot.ts'
import { enterStep } from '../queries/changeBallot.ts'
import { publishResult } from '../results/publishResult.ts'
import type { BallotId, Here } from '../schema.ts'
import { beginBoard } from './announceSecret.ts'
import { castSecret } from './castSecret.ts'
import { sealBoard, sealedTally, takeDecryption } from './countSecret.ts'
import { group } from './group.ts'
import { openedVote } from './opened.ts'
import { guardsOf, keepCredentials, keepStep, nameGuards } from './queries/guards.ts'

interface Scene {
  readonly guards: { readonly authority: string; readonly trustees: readonly string[]; readonly needed: number; readonly codes: number }
  /** People to whom a code was handed, more than those who voted. */
  readonly people: readonly string[]
  /** What those who voted chose, one entry for each question. */
  readonly choices: readonly (readonly Choice[])[]
  /** That many days ago. */
  readonly announced: number
  readonly opened: number
  readonly voted: number
  /** Null while it is open: its keys are then thrown away with the demonstration. */
  readonly closed: number | null
}

/**
 * A secret vote of the demonstration, made as browsers would: keys, codes, encrypted ballots. Nothing in it is pretended, and its archive
 * verifies like any other.
 */
export const secretDemo = async (at: (daysAgo: number) => Here, id: BallotId, scene: Scene): Promise<void> => {
  const before = at(scene.announced)
  await nameGuards(before, id, scene.guards)
  const { electionName } = (await guardsOf(before, id))!
  const keys = scene.guards.trustees.map(() => newTrusteeKey(group, secureRandom))
  for (const [place, key] of keys.entries()) await keepStep(before, id, place + 1, 'key', write(key.publicKey))
  const codes = Array.from({ length: scene.guards.codes }, () => newCredential(secureRandom))
  const halves = codes.map(code => publicCredential(group, code, electionName))
  await keepCredentials(before, id, write(halves.toSorted()))

  const ballot = (await ballotById(before, id, { stored: true }))!
  await beginBoard(before, ballot)
  await enterStep(before, ballot, 'announced')
  for (const personId of scene.people) await markAct(before, { act: actOf(id), personId, channel: 'screen' })
  await enterStep(at(scene.opened), ballot, 'opened')
  const { open } = (await openedVote(before, id))!
  for (const [place, choices] of scene.choices.entries())
    await castSecret(at(scene.voted), { ...ballot, state: 'open' }, makeBallot(open, secureRandom, { credential: codes[place]!, choices }))

  if (scene.closed === null) return
  const after = at(scene.closed)
  const closed = { ...ballot, state: 'closed' as const }
  await enterStep(after, ballot, 'closed')
  await sealBoard(after, closed)
  const tally = read(readers.encryptedTally, (await sealedTally(after, closed))!.raw)
  for (const [place, { privateKey }] of keys.entries())
    await takeDecryption(after, closed, place + 1, write(partialDecryption(open, secureRandom, tally, privateKey)))
  await publishResult(after, { ...ballot, state: 'counted' })
}
