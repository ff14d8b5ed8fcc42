import { type Db, sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { type Because, reasons } from './rules.ts'
import type { FollowingTables } from './tables.ts'

type Where = Pick<AnyWorld, 'db' | 'body' | 'now'>

const tables = (world: Pick<AnyWorld, 'db'>) => world.db as unknown as Db<FollowingTables> // an engine called with its caller's world

/** This person will be told of each later step of the subject (`measure:3`). Saying it twice changes nothing. */
export const interested = async (world: Where, subject: string, personId: string, because: Because): Promise<void> => {
  await tables(world)
    .insertInto('following.interest')
    .values({ body_id: world.body.id, subject, person_id: personId, because, since: world.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** That reason no longer holds (a support withdrawn); other reasons stay. */
export const noLongerInterested = async (world: Where, subject: string, personId: string, because: Because): Promise<void> => {
  await tables(world)
    .deleteFrom('following.interest')
    .where('body_id', '=', world.body.id)
    .where('subject', '=', subject)
    .where('person_id', '=', personId)
    .where('because', '=', because)
    .execute()
}

/** Why this person is interested in a subject; empty when they are not. */
export const interestIn = async (world: Pick<AnyWorld, 'db' | 'body'>, subject: string, personId: string): Promise<readonly Because[]> => {
  const rows = await tables(world)
    .selectFrom('following.interest')
    .select('because')
    .where('body_id', '=', world.body.id)
    .where('subject', '=', subject)
    .where('person_id', '=', personId)
    .execute()
  return reasons.filter(reason => rows.some(row => row.because === reason))
}

/** Follows a subject, also after having left it. */
export const follow = async (world: Where, subject: string, personId: string): Promise<void> => {
  await tables(world)
    .deleteFrom('following.leave')
    .where('body_id', '=', world.body.id)
    .where('subject', '=', subject)
    .where('person_id', '=', personId)
    .execute()
  await interested(world, subject, personId, 'follower')
}

/** Leaves a subject: no more news of it, also for its authors and supporters. */
export const leave = async (world: Where, subject: string, personId: string): Promise<void> => {
  await noLongerInterested(world, subject, personId, 'follower')
  await tables(world)
    .insertInto('following.leave')
    .values({ body_id: world.body.id, subject, person_id: personId, left_at: world.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Does this person receive news of the subject? */
export const isFollowing = async (world: Pick<AnyWorld, 'db' | 'body'>, subject: string, personId: string): Promise<boolean> => {
  const { rows } = await sql<{ following: boolean }>`
    select exists (select from following.interest where body_id = ${world.body.id} and subject = ${subject} and person_id = ${personId})
      and not exists (select from following.leave where body_id = ${world.body.id} and subject = ${subject} and person_id = ${personId}) as following
  `.execute(world.db)
  return rows[0]?.following ?? false
}
