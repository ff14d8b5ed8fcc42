import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { State } from '../rules/states.ts'
import { bookingDb } from '../where.ts'

const events: Readonly<Record<State, string>> = {
  asked: 'booking.asked',
  confirmed: 'booking.confirmed',
  waiting: 'booking.waitlisted',
  offered: 'booking.offered',
  cancelled: 'booking.cancelled',
  refused: 'booking.refused',
  present: 'booking.attended',
  absent: 'booking.missed',
}

interface Entered {
  readonly id: string
  readonly body: number
  readonly owner: string
  readonly thing: string
  readonly agreement: number | null
}
/** Writes the step (which changes the state) and its line in the journal. `silent`: nobody is written to. */
export const enterState = async (
  world: AnyWorld,
  booking: Entered,
  state: State,
  { reason = '', until = null, silent = false }: { reason?: string; until?: string | null; silent?: boolean } = {},
): Promise<void> => {
  await bookingDb(world)
    .insertInto('booking.step')
    .values({
      body_id: world.body.id,
      booking_body: booking.body,
      booking_id: booking.id,
      state,
      at: world.now,
      until,
      reason,
      by_person: hand(world),
      agreement_id: booking.agreement,
    })
    .execute()
  await record(world, events[state], {
    subject: `booking:${booking.id}`,
    content: { booking: booking.id, owner: booking.owner, thing: booking.thing, reason, silent },
  })
}

/** Who really holds the pen. */
export const hand = ({ actor }: Pick<AnyWorld, 'actor'>): string | null => actor.onBehalf?.keyedBy ?? actor.personId
