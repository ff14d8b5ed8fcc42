import { type Booking, bookingById, bookingsIn, type Span } from '#engines/booking'
import { sql } from '#kernel/db'
import { z } from 'zod'
import { type Found, FoundPart, type Unit, unitsUsed } from '../rules/inspection.ts'
import type { AskedFor } from '../rules/priority.ts'
import type { Here } from '../schema.ts'
import { owner } from '../where.ts'

export interface LoanFacts {
  readonly askedFor: AskedFor
  /** A service, a school or an association: never a person. */
  readonly borrower: string
  readonly usedAt: string
  readonly delivery: 'fetched' | 'delivered'
  readonly isInsured: boolean
  readonly driverSeenOn: string | null
}
export interface Loan extends Booking, LoanFacts {
  readonly resource: string
  readonly agreement: number
}
export interface Inspection extends Found {
  readonly id: string
  readonly booking: string
  readonly kind: 'out' | 'in'
  readonly edition: number
  readonly remarks: string
  readonly keeperSigned: 'account' | 'paper'
  readonly borrowerSigned: 'screen' | 'paper' | 'absent'
  readonly because: string
}

const factsOf = async ({ db }: Pick<Here, 'db'>, ids: readonly string[]) => {
  const { rows } = await sql<LoanFacts & { id: string }>`
    select booking_id::text as id, asked_for as "askedFor", borrower, used_at as "usedAt", delivery, is_insured as "isInsured",
      driver_seen_on as "driverSeenOn" from shared_equipment.loan where booking_id = any(${[...ids]}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}
const withFacts = async (world: Pick<Here, 'db'>, bookings: readonly Booking[]): Promise<readonly Loan[]> => {
  const facts = await factsOf(
    world,
    bookings.map(one => one.id),
  )
  return bookings.flatMap(one => {
    const known = facts.get(one.id)
    return known && one.resource !== null && one.agreement !== null
      ? [{ ...one, ...known, resource: one.resource, agreement: one.agreement }]
      : []
  })
}
/** A loan that this commune asked for, or of what it keeps; the other members do not read it. */
export const loanById = async (world: Here, id: string): Promise<Loan | undefined> => {
  const booking = await bookingById(world, id)
  if (!booking || booking.owner !== owner || (booking.body !== world.body.id && booking.heldBy !== world.body.id)) return undefined
  return (await withFacts(world, [booking]))[0]
}
/** Loans in that time, of every member: their dates and communes are public. */
export const loansIn = async (world: Here, span: Span, states: Parameters<typeof bookingsIn>[3] = null): Promise<readonly Loan[]> =>
  withFacts(
    world,
    (await bookingsIn(world, owner, span, states)).filter(one => one.kind === 'time'),
  )

/** Who drives: only the commune that borrows knows it. */
export const driverOf = async ({ db, body }: Pick<Here, 'db' | 'body'>, booking: string): Promise<string | null> => {
  const { rows } = await sql<{
    name: string
  }>`select name from shared_equipment.driver where body_id = ${body.id} and booking_id = ${booking}`.execute(db)
  return rows[0]?.name ?? null
}

const inspection = sql`select id::text as id, booking_id::text as booking, kind, edition, at, parts, counter, fuel, remarks,
  keeper_signed as "keeperSigned", borrower_signed as "borrowerSigned", because from shared_equipment.inspection`
const parsed = (row: Inspection): Inspection => ({ ...row, parts: z.array(FoundPart).parse(row.parts) })

/** Every edition of the inspections of a loan, in order. */
export const inspectionsOf = async ({ db }: Pick<Here, 'db'>, booking: string): Promise<readonly Inspection[]> => {
  const { rows } = await sql<Inspection>`${inspection} where booking_id = ${booking} order by kind desc, edition`.execute(db)
  return rows.map(parsed)
}
export interface Use {
  readonly booking: string
  readonly resource: string
  readonly member: number
  readonly units: number
  readonly from: string
  readonly to: string
}
/** What came back in a year, with the units found by the inspections. */
export const usesIn = async (
  { db }: Pick<Here, 'db'>,
  agreement: number,
  year: number,
  units: ReadonlyMap<string, Unit>,
): Promise<readonly Use[]> => {
  const { rows } = await sql<{ booking: string; resource: string; member: number; out: Found; back: Found }>`
    with latest as (select distinct on (i.booking_id, i.kind) i.* from shared_equipment.inspection i where i.agreement_id = ${agreement}
      order by i.booking_id, i.kind, i.edition desc)
    select o.booking_id::text as booking, o.resource_id::text as resource, o.borrower_body as member,
      jsonb_build_object('at', o.at, 'counter', o.counter, 'fuel', o.fuel, 'parts', '[]'::jsonb) as out,
      jsonb_build_object('at', b.at, 'counter', b.counter, 'fuel', b.fuel, 'parts', '[]'::jsonb) as back
    from latest o join latest b on b.booking_id = o.booking_id and b.kind = 'in' and o.kind = 'out'
    where extract(year from b.at at time zone 'Europe/Paris') = ${year} order by o.at, o.booking_id limit 5000`.execute(db)
  return rows.flatMap(({ booking, resource, member, out, back }) => {
    const unit = units.get(resource)
    const used = unit ? unitsUsed(unit, out, back) : null
    return used === null ? [] : [{ booking, resource, member, units: Math.max(0, used), from: out.at, to: back.at }]
  })
}
/** Which of these loans came back. */
export const returnedAmong = async ({ db }: Pick<Here, 'db'>, bookings: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`select distinct booking_id::text as id from shared_equipment.inspection
    where kind = 'in' and booking_id = any(${[...bookings]}::bigint[])`.execute(db)
  return new Set(rows.map(row => row.id))
}
