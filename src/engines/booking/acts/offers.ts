import { sql } from '#kernel/db'
import { allowed, refused, type Verdict } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { type Booking, bookingById, waitingFor } from '../queries/bookings.ts'
import { policyOn } from '../queries/policies.ts'
import { minutesAfter, type Span } from '../rules/spans.ts'
import { bookingDb, rangeOf } from '../where.ts'
import { addEntry } from './account.ts'
import { enterState } from './enterState.ts'

/** A time or a place came free: offers it to those who wait, in the public order. Only the body that owns the thing offers it. */
export const offerFreed = async (
  world: AnyWorld,
  freed: Pick<Booking, 'heldBy' | 'session' | 'resource' | 'startsAt' | 'endsAt'>,
): Promise<number> => {
  if (freed.heldBy !== world.body.id) return 0
  if (freed.session !== null) return offerPlaces(world, freed.session)
  return freed.resource === null ? 0 : offerTimes(world, freed.resource, freed)
}

/** Offers the places that are free to the first who wait, as long as there are enough for the next one. */
export const offerPlaces = async (world: AnyWorld, session: string): Promise<number> => {
  const { rows } = await sql<{ left: number; startsAt: string; cancelled: boolean }>`
    select capacity - places_taken as left, lower(during) as "startsAt", cancelled_at is not null as cancelled from booking.session
    where body_id = ${world.body.id} and id = ${session} for update`.execute(bookingDb(world))
  const found = rows[0]
  if (!found || found.cancelled || found.startsAt <= world.now) return 0
  let { left } = found
  let offered = 0
  for (const one of await waitingFor(world, { session })) {
    if (one.places > left) break // the order is public: nobody passes before whoever waits for two places
    if (await offer(world, one.id)) {
      left -= one.places
      offered += 1
    }
  }
  return offered
}

const offerTimes = async (world: AnyWorld, resource: string, { startsAt, endsAt }: Span): Promise<number> => {
  await sql`select from booking.resource where body_id = ${world.body.id} and id = ${resource} for update`.execute(bookingDb(world))
  let offered = 0
  for (const one of await waitingFor(world, { resource, startsAt, endsAt })) {
    if (one.startsAt <= world.now) continue
    const { rows } = await sql<{ taken: boolean }>`
      select exists (select from booking.booking where resource_id = ${resource} and during && ${rangeOf(one)}::tstzrange
        and state in ('asked', 'confirmed', 'offered', 'present')) as taken`.execute(bookingDb(world))
    if (rows[0]?.taken === false && (await offer(world, one.id))) offered += 1
  }
  return offered
}

/** An offer never outlives the thing offered. False when somebody was faster: the next round will tell. */
const offer = async (world: AnyWorld, id: string): Promise<boolean> => {
  const booking = await bookingById(world, id)
  if (!booking) return false
  const { rules } = await policyOn(world, booking.policy, world.today, booking.heldBy)
  const until = minutesAfter(world.now, (rules.waiting?.offerHours ?? 48) * 60)
  const db = bookingDb(world)
  await sql`savepoint offer`.execute(db)
  try {
    await enterState(world, booking, 'offered', { until: until < booking.startsAt ? until : booking.startsAt })
    await sql`release savepoint offer`.execute(db)
    return true
  } catch (error) {
    await sql`rollback to savepoint offer`.execute(db)
    if (error instanceof Error && 'code' in error && error.code === '23P01') return false
    throw error
  }
}

/** The person takes what is offered to them; a human may still have to agree. */
export const acceptOffer = async (world: AnyWorld, booking: Booking): Promise<Verdict<'wrong-state' | 'expired'>> => {
  if (booking.state !== 'offered') return refused('wrong-state')
  if (booking.stateUntil !== null && booking.stateUntil <= world.now) return refused('expired')
  const { rules } = await policyOn(world, booking.policy, booking.startsAt.slice(0, 10), booking.heldBy)
  await enterState(world, booking, rules.approval.needed ? 'asked' : 'confirmed')
  if (booking.priceCents > 0)
    await addEntry(world, booking, {
      kind: 'charge',
      cents: booking.priceCents,
      label: booking.thing,
      ...(booking.quote ? { quote: booking.quote } : {}),
    })
  return allowed
}

/** The person leaves what is offered, or the time for answering is over: it goes to the next. */
export const endOffer = async (world: AnyWorld, booking: Booking, why: 'declined' | 'expired'): Promise<Verdict<'wrong-state'>> => {
  if (booking.state !== 'offered') return refused('wrong-state')
  await enterState(world, booking, 'cancelled', { reason: why, silent: why === 'declined' })
  await offerFreed(world, booking)
  return allowed
}
