import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { bookingDb } from '../where.ts'
import { hand } from './enterState.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>
export interface Suspension {
  readonly id: string
  readonly owner: string
  readonly person: string
  readonly absences: number
  readonly since: string
  readonly until: string
  readonly plea: string
  readonly pleaAt: string | null
  readonly liftedAt: string | null
  readonly liftedBecause: string
}
const select = (world: Where) =>
  bookingDb(world)
    .selectFrom('booking.suspension')
    .select([
      'id',
      'owner',
      'person_id as person',
      'absences',
      'since',
      'until',
      'plea',
      'plea_at as pleaAt',
      'lifted_at as liftedAt',
      'lifted_because as liftedBecause',
    ])
    .where('body_id', '=', world.body.id)
export const suspensionById = (world: Where, id: string): Promise<Suspension | undefined> =>
  select(world).where('id', '=', id).executeTakeFirst()
/** A person's suspensions that still run at an instant. */
export const suspensionsOf = (world: Where, person: string, now: string): Promise<readonly Suspension[]> =>
  select(world)
    .where('person_id', '=', person)
    .where('lifted_at', 'is', null)
    .where('until', '>', now)
    .orderBy('since')
    .orderBy('id')
    .execute()
/** Those of these rooms (of all: null) that still run, those whose person answered first. */
export const suspensionsIn = (world: Where, owners: readonly string[] | null, now: string): Promise<readonly Suspension[]> =>
  select(world)
    .$if(owners !== null, query => query.where('owner', 'in', [...owners!]))
    .where('lifted_at', 'is', null)
    .where('until', '>', now)
    .orderBy('plea_at', order => order.asc().nullsLast())
    .orderBy('id')
    .limit(200)
    .execute()

/** The person says what happened; a human will read it. */
export const answerSuspension = async (world: AnyWorld, suspension: Suspension, plea: string): Promise<Verdict<'wrong-state'>> => {
  if (suspension.liftedAt !== null) return refused('wrong-state')
  await bookingDb(world)
    .updateTable('booking.suspension')
    .set({ plea, plea_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', suspension.id)
    .execute()
  await record(world, 'suspension.answered', { subject: `suspension:${suspension.id}`, content: { owner: suspension.owner } })
  return allowed
}
/** A human lifts it, with a reason. */
export const liftSuspension = async (world: AnyWorld, suspension: Suspension, reason: string): Promise<Verdict<'wrong-state'>> => {
  if (suspension.liftedAt !== null) return refused('wrong-state')
  await bookingDb(world)
    .updateTable('booking.suspension')
    .set({ lifted_at: world.now, lifted_by: hand(world), lifted_because: reason })
    .where('body_id', '=', world.body.id)
    .where('id', '=', suspension.id)
    .execute()
  await record(world, 'suspension.lifted', { subject: `suspension:${suspension.id}`, content: { owner: suspension.owner, reason } })
  return allowed
}
