import { keepBookings } from '#engines/booking'
import type { AnyWorld } from '#kernel/world'

/** Each service invents its own bookings; then time does its work once: offers, absences, reminders. */
export const demo = (world: AnyWorld): Promise<void> => keepBookings(world)
