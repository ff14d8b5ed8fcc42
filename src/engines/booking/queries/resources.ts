import type { AnyWorld } from '#kernel/world'
import { numberedPath } from './numberedPath.ts'
import { bookingDb } from '../where.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>
export interface Resource {
  readonly id: string
  /** The body that owns it. */
  readonly body: number
  /** The room it belongs to: `fablab`. */
  readonly owner: string
  readonly kind: string
  readonly name: string
  /** Its page. */
  readonly path: string
  readonly description: string
  readonly place: string
  readonly position: number
  readonly calendar: string | null
  readonly policy: string
  readonly agreement: number | null
  /** What its room keeps beside: the room parses it. */
  readonly details: unknown
  readonly archivedAt: string | null
}
export interface NewResource {
  readonly owner: string
  readonly kind?: string
  readonly name: string
  /** Absent, the engine's own page: `/reservations/choses/<number>`. `:id` in it is replaced by its number. */
  readonly path?: string
  readonly description?: string
  readonly place?: string
  readonly position?: number
  /** Opening calendar; null: at any hour. */
  readonly calendar: string | null
  readonly policy: string
  /** Other bodies of this agreement see it and book it. */
  readonly agreement?: number | null
  readonly details?: unknown
}
export const pageOfResource = '/reservations/choses/:id'

/** Adds something that can be booked for a time. @returns its number */
export const addResource = async (world: Where, resource: NewResource): Promise<string> => {
  const path = resource.path ?? pageOfResource
  const { id } = await bookingDb(world)
    .insertInto('booking.resource')
    .values({
      body_id: world.body.id,
      owner: resource.owner,
      kind: resource.kind ?? '',
      name: resource.name,
      path,
      description: resource.description ?? '',
      place: resource.place ?? '',
      position: resource.position ?? 0,
      calendar_id: resource.calendar,
      policy_id: resource.policy,
      agreement_id: resource.agreement ?? null,
      details: JSON.stringify(resource.details ?? {}),
      archived_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await numberedPath(world, 'booking.resource', id, path)
  return id
}

/** Changes what is given. */
export const changeResource = async (
  world: Where,
  id: string,
  change: Partial<Pick<NewResource, 'kind' | 'name' | 'description' | 'place' | 'position' | 'calendar' | 'policy' | 'details'>>,
): Promise<void> => {
  const { calendar, policy, details, ...rest } = change
  await bookingDb(world)
    .updateTable('booking.resource')
    .set({
      ...rest,
      ...(calendar === undefined ? {} : { calendar_id: calendar }),
      ...(policy === undefined ? {} : { policy_id: policy }),
      ...(details === undefined ? {} : { details: JSON.stringify(details) }),
    })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()
}
/** No longer offered; what was booked stays. */
export const archiveResource = (world: AnyWorld, id: string): Promise<unknown> =>
  bookingDb(world)
    .updateTable('booking.resource')
    .set({ archived_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()

const select = (world: Where) =>
  bookingDb(world)
    .selectFrom('booking.resource')
    .select([
      'id',
      'body_id as body',
      'owner',
      'kind',
      'name',
      'path',
      'description',
      'place',
      'position',
      'calendar_id as calendar',
      'policy_id as policy',
      'agreement_id as agreement',
      'details',
      'archived_at as archivedAt',
    ])

/** One resource of this body, or shared with it; undefined when there is none. */
export const resourceById = (world: Where, id: string): Promise<Resource | undefined> =>
  select(world).where('id', '=', id).executeTakeFirst()

/** A room's resources that are still offered, its own and those shared with this body; at most 500. */
export const resourcesOf = (world: Where, owner: string, kind?: string): Promise<readonly Resource[]> =>
  select(world)
    .where('owner', '=', owner)
    .where('archived_at', 'is', null)
    .$if(kind !== undefined, query => query.where('kind', '=', kind!))
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute()
