import { bookTime, type Outcome, type Span } from '#engines/booking'
import { record } from '#kernel/journal'
import { dayInParis } from '#kernel/rules'
import { allowed, refused, type Verdict } from '#kernel/service'
import { closingsOf } from '../queries/accounts.ts'
import type { Item } from '../queries/items.ts'
import { inspectionsOf, type Loan } from '../queries/loans.ts'
import { type FoundPart, mayComeBack, lastOf } from '../rules/inspection.ts'
import { type AskedFor, priorityOf } from '../rules/priority.ts'
import type { Here } from '../schema.ts'
import { pen } from '../where.ts'

export interface NewLoan {
  readonly askedFor: AskedFor
  readonly borrower: string
  readonly purpose: string
  readonly usedAt: string
  readonly delivery: 'fetched' | 'delivered'
  readonly isInsured: boolean
  readonly driver: string
  readonly waits: boolean
}

/** Asks for a thing, in the name of a commune, a school or an association. Who drives is kept here and does not leave. */
export const askFor = async (world: Here, item: Item, span: Span, asked: NewLoan): Promise<Outcome> => {
  const outcome = await bookTime(world, item, span, { purpose: asked.purpose, waits: asked.waits, priority: priorityOf(asked.askedFor) })
  if (!outcome.ok) return outcome
  await world.db
    .insertInto('shared_equipment.loan')
    .values({
      body_id: world.body.id,
      booking_id: outcome.booking,
      agreement_id: item.agreement,
      resource_id: item.id,
      held_by: item.body,
      asked_for: asked.askedFor,
      borrower: asked.borrower,
      used_at: asked.usedAt,
      delivery: asked.delivery,
      is_insured: asked.isInsured,
      driver_seen_on: null,
    })
    .execute()
  if (asked.driver !== '')
    await world.db
      .insertInto('shared_equipment.driver')
      .values({ body_id: world.body.id, booking_id: outcome.booking, name: asked.driver, seen_by: null })
      .execute()
  return outcome
}

/** An agent of the borrower's commune saw the licence and the authorisation: the keeper reads that it was seen, not who drives. */
export const seeDriver = async (world: Here, loan: Loan, name: string): Promise<void> => {
  await world.db
    .insertInto('shared_equipment.driver')
    .values({ body_id: world.body.id, booking_id: loan.id, name, seen_by: pen(world) })
    .onConflict(conflict => conflict.columns(['body_id', 'booking_id']).doUpdateSet({ name, seen_by: pen(world) }))
    .execute()
  await world.db
    .updateTable('shared_equipment.loan')
    .set({ driver_seen_on: world.today })
    .where('body_id', '=', world.body.id)
    .where('booking_id', '=', loan.id)
    .execute()
  await record(world, 'sharing.driver-seen', { subject: `booking:${loan.id}`, content: { booking: loan.id } })
}

export interface NewInspection {
  readonly kind: 'out' | 'in'
  readonly at: string
  readonly parts: readonly FoundPart[]
  readonly counter: number | null
  readonly fuel: number | null
  readonly remarks: string
  readonly keeperName: string
  readonly keeperSigned: 'account' | 'paper'
  readonly borrowerName: string
  readonly borrowerSigned: 'screen' | 'paper' | 'absent'
  readonly because: string
}
export type InspectionRefusal = 'closed' | 'not-confirmed' | 'not-out' | 'before' | 'counter' | 'no-counter' | 'driver' | 'because'

/** What was found when it left, or came back. Written once; another edition, with its reason, puts the first right. */
export const inspect = async (
  world: Here,
  item: Item,
  loan: Loan,
  found: NewInspection,
): Promise<Verdict<InspectionRefusal> & { readonly id?: string }> => {
  const before = await inspectionsOf(world, loan.id)
  const edition = (lastOf(before, found.kind)?.edition ?? 0) + 1
  const out = lastOf(before, 'out')
  if (loan.state !== 'confirmed' && loan.state !== 'present') return refused('not-confirmed')
  if (edition > 1 && found.because === '') return refused('because')
  if (found.kind === 'out' && item.needsDriver && loan.driverSeenOn === null) return refused('driver')
  if (found.kind === 'out' && (item.unit === 'km' || item.unit === 'hour') && found.counter === null) return refused('no-counter')
  if (found.kind === 'in') {
    if (!out) return refused('not-out')
    const wrong = mayComeBack(item.unit, out, found)
    if (wrong) return refused(wrong)
  }
  const back = lastOf(before, 'in')
  const wrong = found.kind === 'out' && back ? mayComeBack(item.unit, found, back) : null
  // What came back in a closed year was counted in it: neither its return nor its departure changes any more.
  const counted = [found.kind === 'in' ? found.at : null, back?.at ?? null]
    .filter(at => at !== null)
    .map(at => Number(dayInParis(at).slice(0, 4)))
  if ((await closingsOf(world, loan.agreement)).some(one => counted.includes(one.year))) return refused('closed')
  if (wrong) return refused(wrong)
  const { id } = await world.db
    .insertInto('shared_equipment.inspection')
    .values({
      body_id: world.body.id,
      agreement_id: loan.agreement,
      booking_id: loan.id,
      borrower_body: loan.body,
      resource_id: item.id,
      kind: found.kind,
      edition,
      at: found.at,
      parts: JSON.stringify(found.parts),
      counter: found.counter,
      fuel: found.fuel,
      remarks: found.remarks,
      keeper_signed: found.keeperSigned,
      borrower_signed: found.borrowerSigned,
      because: found.because,
      noted_by: pen(world),
      noted_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const names = [
    { side: 'keeper', name: found.keeperName, person_id: pen(world) },
    { side: 'borrower', name: found.borrowerName, person_id: null },
  ].filter(one => one.name !== '')
  if (names.length > 0)
    await world.db
      .insertInto('shared_equipment.signature')
      .values(names.map(one => ({ body_id: world.body.id, inspection_id: id, ...one })))
      .execute()
  await record(world, found.kind === 'out' ? 'sharing.left' : 'sharing.came-back', {
    subject: `booking:${loan.id}`,
    content: { booking: loan.id, item: item.id, inspection: id, edition },
  })
  return { ...allowed, id }
}
