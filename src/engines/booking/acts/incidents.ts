import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { bookingById } from '../queries/bookings.ts'
import type { Resource } from '../queries/resources.ts'
import { bookingDb } from '../where.ts'
import { liftBlock } from './blocks.ts'
import { hand } from './enterState.ts'

export interface Incident {
  readonly id: string
  readonly resource: string
  readonly kind: 'incident' | 'maintenance'
  readonly description: string
  readonly block: string | null
  readonly reportedAt: string
  readonly closedAt: string | null
  readonly outcome: string
  readonly costCents: number
}

/** Somebody says that something is broken, or that it must be looked after. Blocking is the service's own act (`blockResource`). */
export const reportIncident = async (
  world: AnyWorld,
  resource: Pick<Resource, 'id' | 'owner' | 'agreement'>,
  incident: {
    readonly kind: 'incident' | 'maintenance'
    readonly description: string
    readonly booking?: string | null
    readonly block?: string | null
  },
): Promise<string> => {
  const { id } = await bookingDb(world)
    .insertInto('booking.incident')
    .values({
      body_id: world.body.id,
      resource_id: resource.id,
      kind: incident.kind,
      description: incident.description,
      booking_id: incident.booking ?? null,
      block_id: incident.block ?? null,
      reported_by: hand(world),
      reported_at: world.now,
      closed_at: null,
      closed_by: null,
      agreement_id: resource.agreement,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'incident.reported', {
    subject: `incident:${id}`,
    content: { resource: resource.id, owner: resource.owner, kind: incident.kind },
  })
  return id
}

/** The block that came with an incident, once it is there. */
export const bindBlock = async (world: AnyWorld, incident: string, block: string): Promise<void> =>
  void (await bookingDb(world)
    .updateTable('booking.incident')
    .set({ block_id: block })
    .where('body_id', '=', world.body.id)
    .where('id', '=', incident)
    .execute())

/** It works again: what was done and what it cost; its block is lifted. */
export const closeIncident = async (
  world: AnyWorld,
  incident: Incident,
  done: { readonly outcome: string; readonly costCents: number },
): Promise<void> => {
  await bookingDb(world)
    .updateTable('booking.incident')
    .set({ closed_at: world.now, closed_by: hand(world), outcome: done.outcome, cost_cents: done.costCents })
    .where('body_id', '=', world.body.id)
    .where('id', '=', incident.id)
    .where('closed_at', 'is', null)
    .execute()
  const block = incident.block === null ? undefined : await bookingById(world, incident.block)
  if (block && block.state === 'confirmed' && block.endsAt > world.now) await liftBlock(world, block)
  await record(world, 'incident.closed', { subject: `incident:${incident.id}`, content: { resource: incident.resource, ...done } })
}

const select = (world: Pick<AnyWorld, 'db' | 'body'>) =>
  bookingDb(world)
    .selectFrom('booking.incident as i')
    .innerJoin('booking.resource as r', join => join.onRef('r.body_id', '=', 'i.body_id').onRef('r.id', '=', 'i.resource_id'))
    .select([
      'i.id',
      'i.resource_id as resource',
      'i.kind',
      'i.description',
      'i.block_id as block',
      'i.reported_at as reportedAt',
      'i.closed_at as closedAt',
      'i.outcome',
      'i.cost_cents as costCents',
    ])
/** The incidents of a room's resources: those still open first, then the latest; at most 200. */
export const incidentsOf = (
  world: Pick<AnyWorld, 'db' | 'body'>,
  owner: string,
  resource: string | null = null,
): Promise<readonly Incident[]> =>
  select(world)
    .where('r.owner', '=', owner)
    .$if(resource !== null, query => query.where('i.resource_id', '=', resource!))
    .orderBy('i.closed_at', order => order.desc().nullsFirst())
    .orderBy('i.id', 'desc')
    .limit(200)
    .execute()
/** What is not settled yet on the things of every room, the oldest first, with the thing and the room. */
export const incidentsOpen = (world: Pick<AnyWorld, 'db' | 'body'>) =>
  select(world)
    .select(['r.owner', 'r.name as thing', 'r.path'])
    .where('i.body_id', '=', world.body.id)
    .where('i.closed_at', 'is', null)
    .orderBy('i.id')
    .limit(200)
    .execute()
