import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { Span } from '../rules/spans.ts'
import { numberedPath } from './numberedPath.ts'
import { bookingDb, rangeOf } from '../where.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>
export interface Session extends Span {
  readonly id: string
  readonly body: number
  readonly owner: string
  readonly kind: string
  readonly name: string
  readonly path: string
  readonly description: string
  readonly place: string
  readonly capacity: number
  readonly placesTaken: number
  readonly policy: string
  readonly agreement: number | null
  readonly details: unknown
  readonly cancelledAt: string | null
  readonly cancelledBecause: string
}
export interface NewSession extends Span {
  readonly owner: string
  readonly kind?: string
  readonly name: string
  /** Absent, the engine's own page: `/reservations/seances/<number>`. `:id` in it is replaced by its number. */
  readonly path?: string
  readonly description?: string
  readonly place?: string
  readonly capacity: number
  readonly policy: string
  readonly agreement?: number | null
  readonly details?: unknown
}
export const pageOfSession = '/reservations/seances/:id'

/** Adds something that has places: a training, a workshop, an appointment (one place). @returns its number */
export const addSession = async (world: Where, session: NewSession): Promise<string> => {
  const path = session.path ?? pageOfSession
  const { id } = await bookingDb(world)
    .insertInto('booking.session')
    .values({
      body_id: world.body.id,
      owner: session.owner,
      kind: session.kind ?? '',
      name: session.name,
      path,
      description: session.description ?? '',
      place: session.place ?? '',
      during: rangeOf(session),
      capacity: session.capacity,
      policy_id: session.policy,
      agreement_id: session.agreement ?? null,
      details: JSON.stringify(session.details ?? {}),
      cancelled_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await numberedPath(world, 'booking.session', id, path)
  return id
}
/** Changes what is given. More places are offered to those who wait by `offerFreed`; fewer than are taken is refused (false). */
export const changeSession = async (
  world: Where,
  id: string,
  change: Partial<Pick<NewSession, 'name' | 'description' | 'place' | 'capacity' | 'details'>>,
): Promise<boolean> => {
  const { details, ...rest } = change
  const { numUpdatedRows } = await bookingDb(world)
    .updateTable('booking.session')
    .set({ ...rest, ...(details === undefined ? {} : { details: JSON.stringify(details) }) })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .$if(change.capacity !== undefined, query => query.where('places_taken', '<=', change.capacity!))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const select = (world: Where) =>
  bookingDb(world)
    .selectFrom('booking.session')
    .select([
      'id',
      'body_id as body',
      'owner',
      'kind',
      'name',
      'path',
      'description',
      'place',
      sql<string>`lower(during)`.as('startsAt'),
      sql<string>`upper(during)`.as('endsAt'),
      'capacity',
      'places_taken as placesTaken',
      'policy_id as policy',
      'agreement_id as agreement',
      'details',
      'cancelled_at as cancelledAt',
      'cancelled_because as cancelledBecause',
    ])
export const sessionById = (world: Where, id: string): Promise<Session | undefined> => select(world).where('id', '=', id).executeTakeFirst()

/** A room's sessions that touch the time asked, in order; at most 200. */
export const sessionsOf = (world: Where, owner: string, asked: Span, kind?: string): Promise<readonly Session[]> =>
  select(world)
    .where('owner', '=', owner)
    .where(sql<boolean>`during && ${rangeOf(asked)}::tstzrange`)
    .$if(kind !== undefined, query => query.where('kind', '=', kind!))
    .orderBy(sql`lower(during)`)
    .orderBy('id')
    .limit(200)
    .execute()
