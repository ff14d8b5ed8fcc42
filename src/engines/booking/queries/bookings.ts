import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { EntryKind } from '../rules/accountOf.ts'
import type { Quote } from '../rules/quoteOf.ts'
import type { Span } from '../rules/spans.ts'
import type { State } from '../rules/states.ts'
import { type Ranked, waitingOrder } from '../rules/waitingOrder.ts'
import { bookingDb, rangeOf } from '../where.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>
export interface Booking extends Span {
  readonly id: string
  /** Where it was booked, and who owns the thing. */
  readonly body: number
  readonly heldBy: number
  readonly owner: string
  readonly kind: 'time' | 'place' | 'block'
  readonly resource: string | null
  readonly session: string | null
  /** Name and page of the thing. */
  readonly thing: string
  readonly path: string
  readonly policy: string
  readonly places: number
  readonly state: State
  readonly stateUntil: string | null
  readonly person: string | null
  readonly organisation: string | null
  readonly purpose: string
  readonly reason: string
  readonly quote: Quote | null
  readonly priceCents: number
  readonly depositCents: number
  readonly pseudonym: string
  readonly code: string
  readonly agreement: number | null
  readonly askedAt: string
  readonly keyedBy: string | null
  /** Published: 0 comes first. */
  readonly priority: number
}

const booking = sql`
  b.id, b.body_id as body, b.held_by as "heldBy", b.owner, b.kind, b.resource_id as resource, b.session_id as session,
  coalesce(r.name, s.name, '') as thing, coalesce(r.path, s.path, '/') as path, coalesce(r.policy_id, s.policy_id)::text as policy,
  lower(b.during) as "startsAt", coalesce(upper(b.during), '9999-12-31'::timestamptz) as "endsAt", b.places, b.state, b.state_until as "stateUntil",
  b.person_id as person, b.organisation_id as organisation, b.purpose, b.reason, b.quote, b.price_cents as "priceCents",
  b.deposit_cents as "depositCents", b.pseudonym, b.code, b.agreement_id as agreement, b.asked_at as "askedAt", b.keyed_by as "keyedBy", b.priority
  from booking.booking b
  left join booking.resource r on r.body_id = b.held_by and r.id = b.resource_id
  left join booking.session s on s.body_id = b.held_by and s.id = b.session_id`

/** One booking of this body, or of something it owns; undefined when there is none. */
export const bookingById = async (world: Where, id: string): Promise<Booking | undefined> => {
  if (!/^\d{1,18}$/.test(id)) return undefined
  const { rows } = await sql<Booking>`select ${booking} where b.id = ${id}`.execute(bookingDb(world))
  return rows[0]
}

/** A person's bookings that end after an instant, the next first; waiting and offered ones too. */
export const bookingsOf = async (world: Where, person: string, after: string, limit = 100): Promise<readonly Booking[]> => {
  const { rows } = await sql<Booking>`select ${booking} where b.body_id = ${world.body.id} and b.person_id = ${person} and b.kind <> 'block'
    and upper(b.during) > ${after} and b.state not in ('cancelled', 'refused') order by lower(b.during), b.id limit ${limit}`.execute(
    bookingDb(world),
  )
  return rows
}
/** A person's bookings that are over, cancelled or refused, the latest first. */
export const pastBookingsOf = async (
  world: Where,
  person: string,
  before: string,
  page: { readonly size: number; readonly start: number },
): Promise<readonly Booking[]> => {
  const { rows } = await sql<Booking>`select ${booking} where b.body_id = ${world.body.id} and b.person_id = ${person} and b.kind <> 'block'
    and (upper(b.during) <= ${before} or b.state in ('cancelled', 'refused')) order by lower(b.during) desc, b.id desc limit ${page.size} offset ${page.start}`.execute(
    bookingDb(world),
  )
  return rows
}

/** Everything booked on a room's things in that time, in order, whatever its state; at most 1,000. */
export const bookingsIn = async (
  world: Where,
  owner: string,
  asked: Span,
  states: readonly State[] | null = null,
): Promise<readonly Booking[]> => {
  const { rows } = await sql<Booking>`select ${booking} where b.owner = ${owner} and b.during && ${rangeOf(asked)}::tstzrange
    and (${states === null}::boolean or b.state = any(${states ?? []}::text[])) order by lower(b.during), b.id limit 1000`.execute(
    bookingDb(world),
  )
  return rows
}
/** The same for several rooms, or for all of them (null), of what this body owns; blocks left out. */
export const bookingsToday = async (
  world: Where,
  owners: readonly string[] | null,
  asked: Span,
  states: readonly State[],
): Promise<readonly Booking[]> => {
  const { rows } =
    await sql<Booking>`select ${booking} where b.held_by = ${world.body.id} and b.kind <> 'block' and b.during && ${rangeOf(asked)}::tstzrange
    and (${owners === null}::boolean or b.owner = any(${owners ?? []}::text[])) and b.state = any(${[...states]}::text[]) order by lower(b.during), b.id limit 300`.execute(
      bookingDb(world),
    )
  return rows
}
/** The booking of that day that has this code, the next to begin first; undefined when there is none. */
export const bookingByCode = async (world: Where, code: string, asked: Span): Promise<Booking | undefined> => {
  const { rows } =
    await sql<Booking>`select ${booking} where b.held_by = ${world.body.id} and b.code = ${code} and b.during && ${rangeOf(asked)}::tstzrange
    and b.state in ('confirmed', 'present', 'absent') order by (b.state = 'confirmed') desc, lower(b.during), b.id limit 1`.execute(
      bookingDb(world),
    )
  return rows[0]
}
/** What is booked on one resource in that time and takes it. */
export const bookingsOn = async (world: Where, resource: string, asked: Span): Promise<readonly Booking[]> => {
  const { rows } = await sql<Booking>`select ${booking} where b.resource_id = ${resource} and b.during && ${rangeOf(asked)}::tstzrange
    and b.state in ('asked', 'confirmed', 'offered', 'present') order by lower(b.during), b.id limit 1000`.execute(bookingDb(world))
  return rows
}
/** Everybody in a session, in the order of asking, whatever the state. */
export const bookingsOfSession = async (world: Where, session: string): Promise<readonly Booking[]> => {
  const { rows } =
    await sql<Booking>`select ${booking} where b.session_id = ${session} order by b.priority, b.asked_at, b.id limit 1000`.execute(
      bookingDb(world),
    )
  return rows
}

/** Who waits for a session, or for a time on a resource, in the public order. */
export const waitingFor = async (
  world: Where,
  what: { readonly session: string } | ({ readonly resource: string } & Span),
): Promise<readonly (Ranked & Span & { readonly state: State; readonly stateUntil: string | null })[]> => {
  const which =
    'session' in what
      ? sql`b.session_id = ${what.session}`
      : sql`b.resource_id = ${what.resource} and b.during && ${rangeOf(what)}::tstzrange`
  const { rows } = await sql<
    Span & {
      id: string
      pseudonym: string
      priority: number
      askedAt: string
      places: number
      state: State
      stateUntil: string | null
    }
  >`select b.id, b.pseudonym, b.priority, b.asked_at as "askedAt", b.places, b.state, b.state_until as "stateUntil",
      lower(b.during) as "startsAt", upper(b.during) as "endsAt"
    from booking.booking b where ${which} and b.state = 'waiting' limit 1000`.execute(bookingDb(world))
  const facts = new Map(rows.map(row => [row.id, row]))
  return waitingOrder(rows).map(ranked => ({ ...facts.get(ranked.id)!, ...ranked }))
}

export interface BookingStep {
  readonly state: State
  readonly at: string
  readonly reason: string
  readonly by: string | null
}
export const stepsOf = (world: Where, id: string): Promise<readonly BookingStep[]> =>
  bookingDb(world)
    .selectFrom('booking.step')
    .select(['state', 'at', 'reason', 'by_person as by'])
    .where('booking_id', '=', id)
    .orderBy('id')
    .execute()

export interface EarlyEnd {
  readonly endedAt: string
  readonly wasUntil: string
  readonly counts: 'booked' | 'used'
  readonly minutes: number
  /** Nothing was to be paid. */
  readonly isFree: boolean
  readonly by: string | null
}
/** How a booking ended before its end; undefined when it did not. */
export const earlyEndOf = async (world: Where, id: string): Promise<EarlyEnd | undefined> => {
  const { rows } =
    await sql<EarlyEnd>`select e.ended_at as "endedAt", coalesce(e.was_until, '9999-12-31'::timestamptz) as "wasUntil", e.counts,
    e.counted_minutes as minutes, b.price_cents = 0 as "isFree", e.by_person as by
    from booking.early_end e join booking.booking b on b.id = e.booking_id where e.booking_id = ${id}`.execute(bookingDb(world))
  return rows[0]
}

export interface Entry {
  readonly id: string
  readonly kind: EntryKind
  readonly cents: number
  readonly label: string
  readonly quote: Quote | null
  readonly at: string
}
/** The lines of a booking's account, in order. */
export const entriesOf = (world: Where, id: string): Promise<readonly Entry[]> =>
  bookingDb(world)
    .selectFrom('booking.entry')
    .select(['id', 'kind', 'cents', 'label', 'quote', 'at'])
    .where('booking_id', '=', id)
    .orderBy('id')
    .execute()
