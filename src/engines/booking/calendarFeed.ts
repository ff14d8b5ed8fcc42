import { calendarOf } from '#kernel/calendar'
import type { AnyWorld } from '#kernel/world'
import type { Booking } from './queries/bookings.ts'

/** Bookings as a calendar keeps them (RFC 5545). What is waited for is not in it. */
export const calendarFeed = (world: Pick<AnyWorld, 'body' | 'url'>, name: string, bookings: readonly Booking[]): string =>
  calendarOf(
    name,
    bookings
      .filter(one => one.state !== 'waiting' && one.state !== 'refused')
      .map(one => ({
        uid: `booking-${one.id}@${world.body.slug}.yvette`,
        sequence: one.state === 'cancelled' ? 2 : one.state === 'confirmed' ? 1 : 0,
        status:
          one.state === 'cancelled'
            ? ('cancelled' as const)
            : one.state === 'asked' || one.state === 'offered'
              ? ('tentative' as const)
              : ('confirmed' as const),
        title: one.thing,
        description: one.purpose,
        place: null,
        url: `${world.url}/reservations/${one.id}`,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        changedAt: one.askedAt,
      })),
  )
