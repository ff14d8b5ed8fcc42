import { openElection, type OpenElection, read, readers, type Trustee } from '#engines/ballotCryptography'
import type { AnyWorld } from '#kernel/world'
import type { BallotId } from '../schema.ts'
import { backend } from './group.ts'
import { documentsOfKind } from './queries/board.ts'
import { sql } from '#kernel/db'

/** A secret vote as its board begins: what every ballot is checked against. */
export interface Opened {
  readonly open: OpenElection
  /** The published text of the election, byte for byte. */
  readonly election: string
  readonly trustees: readonly Trustee[]
  readonly credentials: ReadonlySet<string>
}

const kept = new Map<string, Opened>()

/** A secret vote that this process has read before, by the fingerprint of its election. */
export const openedAs = (fingerprint: string): Opened | null =>
  [...kept.values()].find(({ open }) => open.fingerprint === fingerprint) ?? null

/** Null before the vote was announced. The beginning of a board never changes: it is read once. */
export const openedVote = async (world: AnyWorld, ballot: BallotId): Promise<Opened | null> => {
  const { rows } = await sql<{ head: string }>`select head from ballots.board_event
    where body_id = ${world.body.id} and ballot_id = ${ballot} and height = 0`.execute(world.db)
  const [first] = rows
  if (!first) return null
  const known = kept.get(first.head)
  if (known) return known
  const [[election, trustees, credentials] = []] = await documentsOfKind(world, ballot, 'Setup')
  const opened = {
    open: openElection(backend, election!),
    election: election!,
    trustees: read(readers.trustees, trustees!),
    credentials: new Set(read(readers.publicCredentials, credentials!)),
  }
  if (kept.size > 8) kept.clear()
  kept.set(first.head, opened)
  return opened
}
