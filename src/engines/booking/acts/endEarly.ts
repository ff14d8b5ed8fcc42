import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { type Booking, entriesOf } from '../queries/bookings.ts'
import { policyOn } from '../queries/policies.ts'
import { countedOf, requoted } from '../rules/earlyEnd.ts'
import { bookingDb } from '../where.ts'
import { addEntry } from './account.ts'
import { notePresence } from './changeBooking.ts'
import { hand } from './enterState.ts'
import { offerFreed } from './offers.ts'

export type EarlyEndRefusal = 'wrong-state' | 'not-begun' | 'over' | 'not-allowed'

/** Whether a booking under way may end now: by those who run the service, and by the person when the rules say so. */
export const mayEndEarly = async (
  world: AnyWorld,
  booking: Booking,
  { runs }: { readonly runs: boolean },
): Promise<Verdict<EarlyEndRefusal>> => {
  if (booking.kind !== 'time' || (booking.state !== 'confirmed' && booking.state !== 'present')) return refused('wrong-state')
  if (world.now <= booking.startsAt) return refused('not-begun')
  if (world.now >= booking.endsAt) return refused('over')
  return runs || (await rulesOf(world, booking)).earlyEnd.byPerson ? allowed : refused('not-allowed')
}

/**
 * The thing is given back before its end: from now on the time is free, and those who wait for it are offered it. What is counted
 * follows the rules of the day it began; what was charged for time that is not counted is no longer owed.
 */
export const endEarly = async (
  world: AnyWorld,
  booking: Booking,
  { runs = false }: { readonly runs?: boolean } = {},
): Promise<Verdict<EarlyEndRefusal>> => {
  const verdict = await mayEndEarly(world, booking, { runs })
  if (!verdict.ok) return verdict
  if (booking.state === 'confirmed') await notePresence(world, booking, true)
  const { counts, minutes } = countedOf(await rulesOf(world, booking), booking, world.now)
  await bookingDb(world)
    .insertInto('booking.early_end')
    .values({
      body_id: world.body.id,
      booking_body: booking.body,
      booking_id: booking.id,
      ended_at: world.now,
      counts,
      counted_minutes: minutes,
      by_person: hand(world),
      at: world.now,
      agreement_id: booking.agreement,
    })
    .execute()
  if (counts === 'used') await recharge(world, booking, minutes)
  await record(world, 'booking.ended', {
    subject: `booking:${booking.id}`,
    content: {
      booking: booking.id,
      owner: booking.owner,
      thing: booking.thing,
      endedAt: world.now,
      wasUntil: booking.endsAt,
      counts,
      minutes,
      silent: booking.person === hand(world),
    },
  })
  await offerFreed(world, { ...booking, startsAt: world.now })
  return allowed
}

const rulesOf = async (world: AnyWorld, booking: Booking) =>
  (await policyOn(world, booking.policy, booking.startsAt.slice(0, 10), booking.heldBy)).rules

/** An opposite line for the time that is not counted; what was already paid for it is to be given back. */
const recharge = async (world: AnyWorld, booking: Booking, minutes: number) => {
  const charge = (await entriesOf(world, booking.id)).find(one => one.kind === 'charge' && one.quote !== null)
  const quote = charge?.quote ? requoted(charge.quote, minutes) : null
  if (!charge || !quote || quote.cents >= charge.cents) return
  await addEntry(world, booking, { kind: 'waiver', cents: charge.cents - quote.cents, label: charge.label, quote })
}
