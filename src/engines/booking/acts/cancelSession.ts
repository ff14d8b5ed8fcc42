import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { bookingsOfSession } from '../queries/bookings.ts'
import type { Session } from '../queries/sessions.ts'
import { bookingDb } from '../where.ts'
import { cancelBooking } from './changeBooking.ts'

/** Calls a session off; each person is told why. @returns how many were expected or waited */
export const cancelSession = async (world: AnyWorld, session: Session, reason: string): Promise<number> => {
  await bookingDb(world)
    .updateTable('booking.session')
    .set({ cancelled_at: world.now, cancelled_because: reason })
    .where('body_id', '=', world.body.id)
    .where('id', '=', session.id)
    .where('cancelled_at', 'is', null)
    .execute()
  let told = 0
  for (const booking of await bookingsOfSession(world, session.id))
    if ((await cancelBooking(world, booking, { reason, runs: true })).ok) told += 1
  await record(world, 'session.cancelled', { subject: `session:${session.id}`, content: { owner: session.owner, reason, told } })
  return told
}
