import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { EntryKind } from '../rules/accountOf.ts'
import type { Quote } from '../rules/quoteOf.ts'
import type { Booking } from '../queries/bookings.ts'
import { bookingDb } from '../where.ts'
import { hand } from './enterState.ts'

/** Writes a line of a booking's account: a charge (consumables, a fine), a payment, a deposit held, given back or kept. Never corrected. */
export const addEntry = async (
  world: AnyWorld,
  booking: Pick<Booking, 'id' | 'body' | 'agreement'>,
  entry: {
    readonly kind: EntryKind
    readonly cents: number
    readonly label: string
    readonly quote?: Quote
    /** Whose budget it goes to, among the calendar's holders. */
    readonly holder?: string | null
  },
): Promise<void> => {
  await bookingDb(world)
    .insertInto('booking.entry')
    .values({
      body_id: world.body.id,
      booking_body: booking.body,
      booking_id: booking.id,
      kind: entry.kind,
      cents: entry.cents,
      label: entry.label,
      quote: entry.quote ? JSON.stringify(entry.quote) : null,
      holder_id: entry.holder ?? null,
      by_person: hand(world),
      at: world.now,
      agreement_id: booking.agreement,
    })
    .execute()
  await record(world, 'booking.accounted', {
    subject: `booking:${booking.id}`,
    content: { kind: entry.kind, cents: entry.cents, label: entry.label },
  })
}
