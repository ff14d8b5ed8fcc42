import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { read, readers, type Revocation, write } from '#engines/ballotCryptography'
import type { BallotId } from '../../schema.ts'

interface NewRevocation extends Revocation {
  readonly credential: string
}
export const keepRevocation = async (world: AnyWorld, ballot: BallotId, revocation: NewRevocation): Promise<void> => {
  const { tracking, credential, openings } = revocation
  await sql`insert into ballots.revocation (body_id, ballot_id, tracking, credential, openings)
    values (${world.body.id}, ${ballot}, ${tracking}, ${credential}, ${write(openings)})`.execute(world.db)
}

/** Every ballot revoked, in the alphabetical order of tracking numbers. */
export const revocationsOf = async (world: AnyWorld, ballot: BallotId): Promise<readonly Revocation[]> => {
  const { rows } = await sql<{ tracking: string; openings: string }>`select tracking, openings from ballots.revocation
    where body_id = ${world.body.id} and ballot_id = ${ballot} order by tracking`.execute(world.db)
  return rows.map(({ tracking, openings }) => ({ tracking, openings: read(readers.openings, openings) }))
}

/** Their tracking numbers alone. */
export const revokedTracking = async (world: AnyWorld, ballot: BallotId): Promise<readonly string[]> => {
  const { rows } = await sql<{ tracking: string }>`select tracking from ballots.revocation
    where body_id = ${world.body.id} and ballot_id = ${ballot} order by tracking`.execute(world.db)
  return rows.map(({ tracking }) => tracking)
}

export const revokedCount = async (world: AnyWorld, ballot: BallotId): Promise<number> => (await revokedTracking(world, ballot)).length
