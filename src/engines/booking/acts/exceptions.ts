import type { AnyWorld } from '#kernel/world'
import { type Booking, bookingsOn } from '../queries/bookings.ts'
import { addException, type Calendar } from '../queries/calendars.ts'
import { resourcesOf } from '../queries/resources.ts'
import type { Span } from '../rules/spans.ts'
import { cancelBooking } from './changeBooking.ts'

/** Closes a calendar for some time. What is booked then is in the way, unless it is cancelled and the people are told why. */
export const closeTime = async (
  world: AnyWorld,
  calendar: Calendar,
  closed: Span & { readonly reason: string; readonly displaces: boolean },
): Promise<{ readonly ok: true; readonly displaced: number } | { readonly ok: false; readonly inTheWay: number }> => {
  const booked: Booking[] = []
  for (const one of await resourcesOf(world, calendar.owner))
    if (one.calendar === calendar.id) booked.push(...(await bookingsOn(world, one.id, closed)).filter(({ kind }) => kind === 'time'))
  if (booked.length > 0 && !closed.displaces) return { ok: false, inTheWay: booked.length }
  await addException(world, calendar.id, { ...closed, kind: 'closed' })
  for (const one of booked) await cancelBooking(world, one, { reason: closed.reason, runs: true })
  return { ok: true, displaced: booked.length }
}
