import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { bookingDb } from '../where.ts'
import { hand } from './enterState.ts'

type Where = Pick<AnyWorld, 'db' | 'body' | 'today'>
export interface Permit {
  readonly id: string
  readonly name: string
  /** What people call it. */
  readonly label: string
  readonly person: string
  readonly since: string
  readonly until: string | null
  /** How it was gained: the training, the proof seen. */
  readonly gained: string
  readonly withdrawnOn: string | null
  readonly withdrawnBecause: string
}

/** Gives a permit for a machine or a level, until a day. */
export const grantPermit = async (
  world: AnyWorld,
  permit: {
    readonly name: string
    readonly label: string
    readonly person: string
    readonly since: string
    readonly until: string | null
    readonly gained: string
  },
): Promise<string> => {
  const { id } = await bookingDb(world)
    .insertInto('booking.permit')
    .values({
      body_id: world.body.id,
      name: permit.name,
      label: permit.label,
      person_id: permit.person,
      since: permit.since,
      until: permit.until,
      gained: permit.gained,
      granted_by: hand(world),
      withdrawn_on: null,
      withdrawn_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'permit.granted', {
    subject: `permit:${id}`,
    content: { name: permit.name, person: permit.person, until: permit.until },
  })
  return id
}

/** Takes a permit back from today on, with a reason that the person reads. */
export const withdrawPermit = async (world: AnyWorld, id: string, reason: string): Promise<void> => {
  await bookingDb(world)
    .updateTable('booking.permit')
    .set({ withdrawn_on: world.today, withdrawn_because: reason, withdrawn_by: hand(world) })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .execute()
  await record(world, 'permit.withdrawn', { subject: `permit:${id}`, content: { reason } })
}

const select = (world: Where) =>
  bookingDb(world)
    .selectFrom('booking.permit')
    .select([
      'id',
      'name',
      'label',
      'person_id as person',
      'since',
      'until',
      'gained',
      'withdrawn_on as withdrawnOn',
      'withdrawn_because as withdrawnBecause',
    ])
    .where('body_id', '=', world.body.id)
/** A person's permits, also those that are over. */
export const permitsOf = (world: Where, person: string): Promise<readonly Permit[]> =>
  select(world).where('person_id', '=', person).orderBy('name').orderBy('since', 'desc').orderBy('id').limit(200).execute()
/** Who holds a permit today. */
export const permitHolders = (world: Where, name: string): Promise<readonly Permit[]> =>
  select(world)
    .where('name', '=', name)
    .where('since', '<=', world.today)
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', world.today)]))
    .where('withdrawn_on', 'is', null)
    .orderBy('until')
    .orderBy('id')
    .limit(1000)
    .execute()
