import { addDays } from '#kernel/rules'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { accountOf } from '../rules/accountOf.ts'
import { type Booking, entriesOf, waitingFor } from '../queries/bookings.ts'
import { policyOn } from '../queries/policies.ts'
import { minutesAfter } from '../rules/spans.ts'
import { mayBecome, type State } from '../rules/states.ts'
import { bookingDb } from '../where.ts'
import { enterState } from './enterState.ts'
import { offerFreed } from './offers.ts'
import { addEntry } from './account.ts'

export type ChangeRefusal = 'wrong-state' | 'too-late' | 'expired' | 'not-yours'

/** The person gives it up, in time; or whoever runs the service cancels it, at any time, with a reason that the person reads. */
export const cancelBooking = async (
  world: AnyWorld,
  booking: Booking,
  { reason = '', runs = false }: { reason?: string; runs?: boolean } = {},
): Promise<Verdict<'wrong-state' | 'too-late'>> => {
  if (!mayBecome(booking.state, 'cancelled')) return refused('wrong-state')
  const { rules } = await policyOn(world, booking.policy, booking.startsAt.slice(0, 10), booking.heldBy)
  const isFirm = booking.state === 'confirmed' || booking.state === 'asked'
  if (!runs && isFirm && world.now > minutesAfter(booking.startsAt, -rules.cancelUntil)) return refused('too-late')
  await enterState(world, booking, 'cancelled', { reason, silent: !runs })
  await forgive(world, booking)
  await offerFreed(world, booking)
  return allowed
}

/** A human of the body that owns the thing agrees, or refuses with a reason. */
export const decideBooking = async (
  world: AnyWorld,
  booking: Booking,
  agreed: boolean,
  reason = '',
): Promise<Verdict<'wrong-state' | 'not-yours' | 'others-first'>> => {
  if (booking.state !== 'asked') return refused('wrong-state')
  if (booking.heldBy !== world.body.id) return refused('not-yours')
  if (agreed && (await someoneComesFirst(world, booking))) return refused('others-first')
  await enterState(world, booking, agreed ? 'confirmed' : 'refused', { reason })
  if (!agreed) {
    await forgive(world, booking)
    await offerFreed(world, booking)
  }
  return allowed
}

/** Under rules that decide by priority: somebody of a higher one waits for a part of that time. */
const someoneComesFirst = async (world: AnyWorld, booking: Booking): Promise<boolean> => {
  const { rules } = await policyOn(world, booking.policy, booking.startsAt.slice(0, 10), booking.heldBy)
  if (!rules.approval.byPriority || booking.resource === null) return false
  const { resource, startsAt, endsAt } = booking
  return (await waitingFor(world, { resource, startsAt, endsAt })).some(one => one.priority < booking.priority)
}

/** Notes that the person came, or did not; put right as often as needed, each time with its author. */
export const notePresence = async (world: AnyWorld, booking: Booking, came: boolean, reason = ''): Promise<Verdict<'wrong-state'>> => {
  const state: State = came ? 'present' : 'absent'
  if (booking.state === state) return allowed
  if (!mayBecome(booking.state, state)) return refused('wrong-state')
  await enterState(world, booking, state, { reason })
  if (!came) await countAbsences(world, booking)
  return allowed
}

/** What was charged and not paid is no longer owed. */
const forgive = async (world: AnyWorld, booking: Booking) => {
  const { owed } = accountOf(await entriesOf(world, booking.id))
  if (owed > 0) await addEntry(world, booking, { kind: 'waiver', cents: owed, label: '' })
}

/** Too many absences in the time that the rules say: no booking for a while. The person is told, and may answer. */
export const countAbsences = async (world: AnyWorld, booking: Booking): Promise<boolean> => {
  const { absences } = (await policyOn(world, booking.policy, world.today, booking.heldBy)).rules
  if (absences === null || booking.person === null || booking.heldBy !== world.body.id) return false
  const db = bookingDb(world)
  const running = await db
    .selectFrom('booking.suspension')
    .select(['id', 'since'])
    .where('body_id', '=', world.body.id)
    .where('person_id', '=', booking.person)
    .where('owner', '=', booking.owner)
    .orderBy('since', 'desc')
    .executeTakeFirst()
  // Absences that already led to a suspension, lifted or not, are not counted twice.
  const after = [`${addDays(world.today, -absences.withinDays)}T00:00:00.000Z`, running?.since ?? ''].toSorted().at(-1)!
  const { n } = await db
    .selectFrom('booking.booking')
    .select(eb => eb.fn.countAll<string>().as('n'))
    .where('body_id', '=', booking.body)
    .where('person_id', '=', booking.person)
    .where('owner', '=', booking.owner)
    .where('state', '=', 'absent')
    .where('state_since', '>', after)
    .executeTakeFirstOrThrow()
  if (Number(n) < absences.count) return false
  const { id } = await db
    .insertInto('booking.suspension')
    .values({
      body_id: world.body.id,
      owner: booking.owner,
      person_id: booking.person,
      absences: Number(n),
      since: world.now,
      until: minutesAfter(world.now, absences.suspendDays * 1440),
      plea_at: null,
      lifted_at: null,
      lifted_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'booking.suspended', { subject: `suspension:${id}`, content: { suspension: id, owner: booking.owner } })
  return true
}
