import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { type Booking, bookingsOn } from '../queries/bookings.ts'
import type { Resource } from '../queries/resources.ts'
import { bookingDb, rangeOf } from '../where.ts'
import { cancelBooking } from './changeBooking.ts'
import { enterState, hand } from './enterState.ts'

interface Blocked {
  readonly startsAt: string
  /** Null: until it is lifted. */
  readonly endsAt: string | null
  /** Anybody may read it. */
  readonly reason: string
  /** Cancels what was booked in that time, and tells each person why; otherwise a booking in the way refuses the block. */
  readonly displaces: boolean
}

/** Nobody can book a resource in that time: maintenance, a breakdown, a training. @returns the block's number, or what is in the way */
export const blockResource = async (
  world: AnyWorld,
  resource: Resource,
  blocked: Blocked,
): Promise<
  { readonly ok: true; readonly block: string; readonly displaced: number } | { readonly ok: false; readonly inTheWay: readonly Booking[] }
> => {
  const far = { startsAt: blocked.startsAt, endsAt: blocked.endsAt ?? '9999-12-31T00:00:00.000Z' }
  const there = await bookingsOn(world, resource.id, far)
  if (there.length > 0 && (!blocked.displaces || there.some(one => one.kind === 'block'))) return { ok: false, inTheWay: there }
  for (const booking of there) await cancelBooking(world, booking, { reason: blocked.reason, runs: true })
  const row = await bookingDb(world)
    .insertInto('booking.booking')
    .values({
      body_id: world.body.id,
      held_by: resource.body,
      owner: resource.owner,
      kind: 'block',
      resource_id: resource.id,
      session_id: null,
      during: rangeOf(blocked),
      places: 1,
      state: 'confirmed',
      state_since: world.now,
      state_until: null,
      person_id: null,
      organisation_id: null,
      purpose: '',
      reason: blocked.reason,
      quote: null,
      price_cents: 0,
      deposit_cents: 0,
      pseudonym: '',
      code: '',
      priority: 0,
      agreement_id: resource.agreement,
      asked_at: world.now,
      keyed_by: hand(world),
      reminded_at: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return { ok: false, inTheWay: await bookingsOn(world, resource.id, far) }
  await record(world, 'resource.blocked', {
    subject: `resource:${resource.id}`,
    content: { resource: resource.id, owner: resource.owner, reason: blocked.reason, displaced: there.length },
  })
  return { ok: true, block: row.id, displaced: there.length }
}

/** It can be booked again from now on. */
export const liftBlock = async (
  world: AnyWorld,
  block: Pick<Booking, 'id' | 'body' | 'owner' | 'thing' | 'agreement' | 'startsAt' | 'resource'>,
): Promise<void> => {
  if (block.startsAt >= world.now) await enterState(world, block, 'cancelled', { silent: true })
  else
    await sql`update booking.booking set during = tstzrange(lower(during), least(coalesce(upper(during), 'infinity'), ${world.now}::timestamptz))
      where body_id = ${block.body} and id = ${block.id} and kind = 'block'`.execute(bookingDb(world))
  await record(world, 'resource.unblocked', {
    subject: `resource:${block.resource}`,
    content: { resource: block.resource, owner: block.owner },
  })
}
