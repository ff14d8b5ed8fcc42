import { type Booking, bookingById, bookingsIn, endEarly, notePresence } from '#engines/booking'
import { type JournalEvent, record } from '#kernel/journal'
import { addDays } from '#kernel/rules'
import { allowed, refused, type Verdict } from '#kernel/service'
import { loanLines } from '../queries/loans.ts'
import { kindsOfThings } from '../queries/things.ts'
import type { Here, LoanState } from '../schema.ts'
import { owner } from '../where.ts'

/** It leaves with the person. */
export const handOver = async (world: Here, booking: Booking): Promise<Verdict<'wrong-state'>> => {
  if (booking.state !== 'confirmed') return refused('wrong-state')
  const noted = await notePresence(world, booking, true)
  if (!noted.ok) return noted
  await line(world, booking, 'handed')
  return allowed
}

/** It is back, in a state that somebody looked at; before its day, it can be borrowed again at once. */
export const takeBack = async (
  world: Here,
  booking: Booking,
  back: { readonly state: LoanState; readonly note: string },
): Promise<Verdict<'wrong-state'>> => {
  const there = (await loanLines(world, [booking.id])).map(({ kind }) => kind)
  if (!there.includes('handed') || there.includes('returned')) return refused('wrong-state')
  await line(world, booking, 'returned', back)
  await endEarly(world, booking, { runs: true }) // on its day or later there is nothing to free, and it says so
  return allowed
}

/** A loan that was ended on the page of its booking came back too. */
export const noteReturned = async (world: Here, event: JournalEvent): Promise<void> => {
  const booking = event.content?.owner === owner ? await bookingById(world, event.subject.split(':')[1] ?? '') : undefined
  if (!booking || (await kindsOfThings(world))(booking) !== 'loan') return
  const there = (await loanLines(world, [booking.id])).map(({ kind }) => kind)
  if (there.includes('handed') && !there.includes('returned')) await line(world, booking, 'returned')
}

/** Things still out after their day: written once, and the person is told. @returns how many */
export const noteLateLoans = async (world: Here): Promise<number> => {
  const span = { startsAt: `${addDays(world.today, -90)}T00:00:00.000Z`, endsAt: world.now }
  const out = (await bookingsIn(world, owner, span, ['present'])).filter(one => one.kind === 'time' && one.endsAt < world.now)
  const lines = await loanLines(
    world,
    out.map(({ id }) => id),
  )
  const late = out.filter(({ id }) => {
    const known = lines.filter(one => one.booking === id).map(({ kind }) => kind)
    return known.includes('handed') && !known.includes('returned') && !known.includes('late')
  })
  for (const booking of late) await line(world, booking, 'late')
  return late.length
}

const line = async (
  world: Here,
  booking: Booking,
  kind: 'handed' | 'returned' | 'late',
  { state, note }: { readonly state: LoanState; readonly note: string } = { state: 'fine', note: '' },
) => {
  await world.db
    .insertInto('digital_space.loan_line')
    .values({
      body_id: world.body.id,
      booking_id: booking.id,
      kind,
      at: world.now,
      state,
      note,
      by_person: kind === 'late' ? null : world.actor.personId,
    })
    .execute()
  await record(world, `loan.${kind}`, { subject: `booking:${booking.id}`, content: { booking: booking.id, thing: booking.thing, state } })
}
