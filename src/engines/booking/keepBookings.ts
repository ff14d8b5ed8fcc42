import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { notePresence } from './acts/changeBooking.ts'
import { enterState } from './acts/enterState.ts'
import { endOffer, offerFreed, offerPlaces } from './acts/offers.ts'
import { remind } from './letters.ts'
import { type Booking, bookingById } from './queries/bookings.ts'
import { policyOn } from './queries/policies.ts'
import { minutesAfter } from './rules/spans.ts'
import { bookingDb } from './where.ts'

/** What time does to bookings: offers end and go to the next, places that came free are offered, absences are noted, reminders leave. */
export const keepBookings = async (world: AnyWorld): Promise<void> => {
  for (const booking of await due(world, sql`b.state = 'offered' and b.state_until <= ${world.now}`))
    await endOffer(world, booking, 'expired')
  await leaveWaiting(world)
  await offerWhatIsFree(world)
  for (const booking of await due(
    world,
    sql`b.state = 'confirmed' and b.kind <> 'block' and lower(b.during) <= ${world.now}
      and lower(b.during) > ${minutesAfter(world.now, -2880)}`,
  ))
    await noteAbsent(world, booking)
  for (const booking of await due(
    world,
    sql`b.state = 'confirmed' and b.kind <> 'block' and b.reminded_at is null and b.person_id is not null
      and lower(b.during) > ${world.now} and lower(b.during) < ${minutesAfter(world.now, 43_200)}`,
  ))
    await remindInTime(world, booking)
}

const due = async (world: AnyWorld, which: ReturnType<typeof sql>): Promise<readonly Booking[]> => {
  const { rows } = await sql<{
    id: string
  }>`select b.id from booking.booking b where b.held_by = ${world.body.id} and ${which} order by b.id limit 500`.execute(bookingDb(world))
  const found: Booking[] = []
  for (const { id } of rows) {
    const booking = await bookingById(world, id)
    if (booking) found.push(booking)
  }
  return found
}

/** Whoever still waits when it begins waits for nothing. */
const leaveWaiting = async (world: AnyWorld) => {
  for (const booking of await due(world, sql`b.state = 'waiting' and lower(b.during) <= ${world.now}`))
    await enterState(world, booking, 'cancelled', { silent: true })
}

const offerWhatIsFree = async (world: AnyWorld) => {
  const { rows } = await sql<{ id: string }>`
    select s.id from booking.session s where s.body_id = ${world.body.id} and lower(s.during) > ${world.now} and s.places_taken < s.capacity
      and s.cancelled_at is null and exists (select from booking.booking b where b.session_id = s.id and b.state = 'waiting') order by s.id`.execute(
    bookingDb(world),
  )
  for (const { id } of rows) await offerPlaces(world, id)
  for (const booking of await due(world, sql`b.state = 'waiting' and b.resource_id is not null and lower(b.during) > ${world.now}`))
    await offerFreed(world, booking)
}

const noteAbsent = async (world: AnyWorld, booking: Booking) => {
  const { rules } = await policyOn(world, booking.policy, booking.startsAt.slice(0, 10), booking.heldBy)
  if (rules.checkInMinutes !== null && world.now >= minutesAfter(booking.startsAt, rules.checkInMinutes))
    await notePresence(world, booking, false)
}

const remindInTime = async (world: AnyWorld, booking: Booking) => {
  const { rules } = await policyOn(world, booking.policy, booking.startsAt.slice(0, 10), booking.heldBy)
  if (rules.reminderHours === null || world.now < minutesAfter(booking.startsAt, -rules.reminderHours * 60)) return
  // Just booked: the letter that confirms it is enough.
  if (booking.askedAt <= minutesAfter(booking.startsAt, -rules.reminderHours * 60)) await remind(world, booking)
  await sql`update booking.booking set reminded_at = ${world.now} where body_id = ${booking.body} and id = ${booking.id} and body_id = ${world.body.id}`.execute(
    bookingDb(world),
  )
}
