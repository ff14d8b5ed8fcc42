import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { bookingDb } from '../where.ts'
import { hand } from './enterState.ts'

type Where = Pick<AnyWorld, 'db' | 'body' | 'today' | 'actor'>
export interface Steward {
  readonly id: string
  readonly person: string
  readonly title: string
  readonly since: string
  readonly until: string | null
}

/** Names somebody who runs a room's things day by day: fab manager, facilitator, garden steward, market placer. */
export const nameSteward = async (
  world: AnyWorld,
  owner: string,
  steward: { readonly person: string; readonly title: string; readonly since?: string; readonly until?: string | null },
): Promise<string> => {
  const { id } = await bookingDb(world)
    .insertInto('booking.steward')
    .values({
      body_id: world.body.id,
      owner,
      person_id: steward.person,
      title: steward.title,
      since: steward.since ?? world.today,
      until: steward.until ?? null,
      named_by: hand(world),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'steward.named', { subject: `steward:${id}`, content: { owner, person: steward.person, title: steward.title } })
  return id
}
/** They no longer run it; the journal keeps that they did. @returns false when nobody of that number runs it */
export const endSteward = async (world: AnyWorld, owner: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await bookingDb(world)
    .deleteFrom('booking.steward')
    .where('body_id', '=', world.body.id)
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await record(world, 'steward.ended', { subject: `steward:${id}`, content: { owner } })
  return true
}
/** Those who run a room's things today. */
export const stewardsOf = (world: Where, owner: string): Promise<readonly Steward[]> =>
  bookingDb(world)
    .selectFrom('booking.steward')
    .select(['id', 'person_id as person', 'title', 'since', 'until'])
    .where('body_id', '=', world.body.id)
    .where('owner', '=', owner)
    .where('since', '<=', world.today)
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', world.today)]))
    .orderBy('since')
    .orderBy('id')
    .execute()

/** Whether the actor runs that room's things: an agent, or a steward named for it. At the desk, whoever keys in decides nothing more. */
export const mayRun = async (world: Where, owner: string): Promise<boolean> => {
  const { actor } = world
  if (actor.roles.has('agent')) return true
  return actor.personId !== null && (await stewardsOf(world, owner)).some(one => one.person === actor.personId)
}
/** The rooms that this person runs as a steward today. */
export const stewardedBy = async (world: Where, person: string): Promise<readonly string[]> => {
  const rows = await bookingDb(world)
    .selectFrom('booking.steward')
    .select('owner')
    .distinct()
    .where('body_id', '=', world.body.id)
    .where('person_id', '=', person)
    .where('since', '<=', world.today)
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', world.today)]))
    .orderBy('owner')
    .execute()
  return rows.map(row => row.owner)
}
