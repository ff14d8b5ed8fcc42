import { type Booking, bookingsIn } from '#engines/booking'
import { addDays, instantInParis } from '#kernel/rules'
import type { Here } from '../schema.ts'
import { owner } from '../where.ts'
import { type LoanLine, loanLines } from './loans.ts'
import { kindsOfThings } from './things.ts'

export type LoanStep = 'to-hand-over' | 'out' | 'late'
export interface LoanOut extends Booking {
  readonly step: LoanStep
}

/** Loans that await somebody at the desk: those that begin within two days, those that are out, the late ones first. */
export const loansOut = async (world: Here): Promise<readonly LoanOut[]> => {
  const span = { startsAt: `${addDays(world.today, -90)}T00:00:00.000Z`, endsAt: instantInParis(addDays(world.today, 2), '23:59') }
  const kindOf = await kindsOfThings(world)
  const loans = (await bookingsIn(world, owner, span, ['confirmed', 'present'])).filter(one => kindOf(one) === 'loan')
  const lines = await loanLines(
    world,
    loans.map(({ id }) => id),
  )
  return loans
    .flatMap(loan => {
      const step = stepOf(loan, lines, world.now)
      return step === null ? [] : [{ ...loan, step }]
    })
    .toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step) || (a.endsAt < b.endsAt ? -1 : 1))
}
const order: readonly LoanStep[] = ['late', 'out', 'to-hand-over']

/** Where a loan stands; null when it is over, or was never fetched. */
const stepOf = (loan: Booking, lines: readonly LoanLine[], now: string): LoanStep | null => {
  const known = lines.filter(one => one.booking === loan.id).map(({ kind }) => kind)
  if (known.includes('returned')) return null
  if (known.includes('handed')) return loan.endsAt < now ? 'late' : 'out'
  return loan.endsAt < now ? null : 'to-hand-over'
}
