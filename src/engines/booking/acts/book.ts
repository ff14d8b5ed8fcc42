import { randomInt } from 'node:crypto'
import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { availabilityOf, takenIn } from '../queries/availability.ts'
import { openIn } from '../queries/calendars.ts'
import { knownOf } from '../queries/knownOf.ts'
import { policyOn, type PolicyVersion } from '../queries/policies.ts'
import type { Resource } from '../queries/resources.ts'
import type { Session } from '../queries/sessions.ts'
import { codeFrom, pseudonymFrom } from '../rules/pseudonyms.ts'
import { type Quote, quoteOf } from '../rules/quoteOf.ts'
import { contains, minutesAfter, minutesOf, overlap, slotsIn, type Span } from '../rules/spans.ts'
import { type Standing, standingFor } from '../rules/standingFor.ts'
import type { State } from '../rules/states.ts'
import { bookingDb, rangeOf } from '../where.ts'
import { enterState, hand } from './enterState.ts'

/** What came of asking. Every refusal has its sentence: `refusalSentence`. */
export type Outcome =
  | { readonly ok: true; readonly booking: string; readonly state: 'asked' | 'confirmed' | 'waiting'; readonly quote: Quote }
  | { readonly ok: false; readonly because: 'standing'; readonly standing: Standing & { ok: false } }
  | { readonly ok: false; readonly because: 'archived' }
  /** Closed then; `next`: the first time of that length that is open and free. */
  | { readonly ok: false; readonly because: 'closed'; readonly next: Span | null }
  | { readonly ok: false; readonly because: 'taken'; readonly taken: Span; readonly next: Span | null; readonly mayWait: boolean }
  | { readonly ok: false; readonly because: 'full'; readonly left: number; readonly mayWait: boolean }
  | { readonly ok: false; readonly because: 'twice' }
  | { readonly ok: false; readonly because: 'cancelled'; readonly reason: string }

export interface Asked {
  /** Whoever it is for; the actor when absent. At the desk the actor already *is* that person. */
  readonly person?: string | null
  readonly organisation?: string | null
  readonly purpose?: string
  /** Quotient familial in euros, when the person said it. Never kept: only the price and its steps are. */
  readonly quotient?: number | null
  /** Joins the waiting list when it is taken or full. */
  readonly waits?: boolean
  readonly places?: number
  readonly units?: number
  /** A priority that the room publishes: 0 comes first in the waiting list. */
  readonly priority?: number
}

/** What this person would be told before asking, for that time: the verdict, and the price with its steps. */
export const verdictFor = async (
  world: AnyWorld,
  thing: Resource | Session,
  span: Span,
  asked: Asked = {},
): Promise<{ readonly policy: PolicyVersion; readonly standing: Standing; readonly quote: Quote }> => {
  const person = asked.person === undefined ? world.actor.personId : asked.person
  const policy = await policyOn(world, thing.policy, span.startsAt.slice(0, 10), thing.body)
  const known = person === null ? null : await knownOf(world, person, thing.policy, thing.owner, span.startsAt)
  const kind = 'capacity' in thing ? 'place' : 'time'
  return {
    policy,
    standing: standingFor(policy.rules, known, { ...span, kind }),
    quote: quoteOf(policy.rules.price, {
      span,
      quotient: asked.quotient ?? null,
      ...(asked.places === undefined ? {} : { places: asked.places }),
      ...(asked.units === undefined ? {} : { units: asked.units }),
    }),
  }
}

/** Books a time on a resource: under the rules, within opening hours, and only if the database agrees that nobody has it. */
export const bookTime = async (world: AnyWorld, resource: Resource, span: Span, asked: Asked = {}): Promise<Outcome> => {
  if (resource.archivedAt !== null) return { ok: false, because: 'archived' }
  await oneAtATime(world, asked)
  const { policy, standing, quote } = await verdictFor(world, resource, span, asked)
  if (!standing.ok) return { ok: false, because: 'standing', standing }
  if (!(await openIn(world, resource.calendar, span)).some(open => contains(open, span)))
    return { ok: false, because: 'closed', next: await nextFree(world, resource, span) }
  const mayWait = policy.rules.waiting !== null
  const state: State = policy.rules.approval.needed ? 'asked' : 'confirmed'
  const isTaken = (await takenIn(world, [resource.id], span)).get(resource.id)!.length > 0
  const made = isTaken ? null : await insert(world, resource, span, asked, { policy, quote, state })
  if (made !== null) return { ok: true, booking: made, state, quote }
  if (asked.waits && mayWait) {
    const waiting = await insert(world, resource, span, asked, { policy, quote, state: 'waiting' })
    return waiting === null ? { ok: false, because: 'twice' } : { ok: true, booking: waiting, state: 'waiting', quote }
  }
  const before = { startsAt: minutesAfter(span.startsAt, -1), endsAt: span.endsAt }
  const taken = (await availabilityOf(world, [resource], before)).get(resource.id)?.taken.find(one => overlap(one, span)) ?? span
  return { ok: false, because: 'taken', taken, next: await nextFree(world, resource, span), mayWait }
}

/** Takes places in a session, or joins its waiting list when it is full and the person agrees to wait. */
export const bookPlace = async (world: AnyWorld, session: Session, asked: Asked = {}): Promise<Outcome> => {
  if (session.cancelledAt !== null) return { ok: false, because: 'cancelled', reason: session.cancelledBecause }
  await oneAtATime(world, asked)
  const { policy, standing, quote } = await verdictFor(world, session, session, asked)
  if (!standing.ok) return { ok: false, because: 'standing', standing }
  const places = asked.places ?? 1
  const mayWait = policy.rules.waiting !== null
  // Plainly full, nobody is made to wait to hear it.
  if (session.placesTaken + places > session.capacity && !(asked.waits && mayWait))
    return { ok: false, because: 'full', left: session.capacity - session.placesTaken, mayWait }
  // Whoever comes next waits here for this place to be counted; the trigger counts it, and the constraint holds it.
  const { rows } = await sql<{ left: number }>`
    select s.capacity - s.places_taken as left from booking.session s where s.body_id = ${session.body} and s.id = ${session.id} for update`.execute(
    bookingDb(world),
  )
  const left = rows[0]?.left ?? 0
  const somebodyWaits = mayWait && left > 0 && (await waits(world, session.id))
  if (places > left || somebodyWaits) {
    if (!asked.waits || !mayWait) return { ok: false, because: 'full', left: somebodyWaits ? 0 : left, mayWait }
    const waiting = await insert(world, session, session, asked, { policy, quote, state: 'waiting' })
    return waiting === null ? { ok: false, because: 'twice' } : { ok: true, booking: waiting, state: 'waiting', quote }
  }
  const state: State = policy.rules.approval.needed ? 'asked' : 'confirmed'
  const made = await insert(world, session, session, asked, { policy, quote, state })
  return made === null ? { ok: false, because: 'twice' } : { ok: true, booking: made, state, quote }
}

/** The first time of that length, from that one on, that is open and free within thirty days; null when there is none. */
export const nextFree = async (world: AnyWorld, resource: Resource, span: Span, days = 30): Promise<Span | null> => {
  const from = span.startsAt > world.now ? span.startsAt : world.now
  const asked = { startsAt: from, endsAt: minutesAfter(from, days * 1440) }
  const found = (await availabilityOf(world, [resource], asked)).get(resource.id)
  return slotsIn(found?.free ?? [], minutesOf(span), 30, 1)[0] ?? null
}

/** Two acts of one person follow one another: a quota cannot be passed by a double click. */
const oneAtATime = async (world: AnyWorld, asked: Asked) => {
  const person = asked.person ?? world.actor.personId
  if (person !== null) await sql`select pg_advisory_xact_lock(hashtextextended(${`booking:${person}`}, 0))`.execute(bookingDb(world))
}

const waits = async (world: AnyWorld, session: string) => {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from booking.booking where session_id = ${session} and state = 'waiting') as there`.execute(bookingDb(world))
  return rows[0]?.there ?? false
}

/** Null when a constraint says that somebody has it already (or that this person does): nothing is undone, and the caller says why. */
const insert = async (
  world: AnyWorld,
  thing: Resource | Session,
  span: Span,
  asked: Asked,
  made: { policy: PolicyVersion; quote: Quote; state: 'asked' | 'confirmed' | 'waiting' },
): Promise<string | null> => {
  const { approval } = made.policy.rules
  const until = made.state === 'asked' && approval.withinDays !== null ? minutesAfter(world.now, approval.withinDays * 1440) : null
  const isPlace = 'capacity' in thing
  const row = await bookingDb(world)
    .insertInto('booking.booking')
    .values({
      body_id: world.body.id,
      held_by: thing.body,
      owner: thing.owner,
      kind: isPlace ? 'place' : 'time',
      resource_id: isPlace ? null : thing.id,
      session_id: isPlace ? thing.id : null,
      during: rangeOf(span),
      places: asked.places ?? 1,
      state: made.state,
      state_since: world.now,
      state_until: until,
      person_id: asked.person === undefined ? world.actor.personId : asked.person,
      organisation_id: asked.organisation ?? null,
      purpose: asked.purpose ?? '',
      reason: '',
      quote: JSON.stringify(made.quote),
      price_cents: made.quote.cents,
      deposit_cents: made.policy.rules.depositCents,
      pseudonym: pseudonymFrom(randomInt(2 ** 40)),
      code: codeFrom(randomInt(1_000_000)),
      priority: asked.priority ?? 1,
      agreement_id: thing.agreement,
      asked_at: world.now,
      keyed_by: world.actor.onBehalf ? hand(world) : null,
      reminded_at: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return null
  await enterState(
    world,
    { id: row.id, body: world.body.id, owner: thing.owner, thing: thing.name, agreement: thing.agreement },
    made.state,
    { until },
  )
  if (made.state !== 'waiting' && made.quote.cents > 0) await charge(world, row.id, thing.agreement, made.quote, thing.name)
  return row.id
}

const charge = (world: AnyWorld, booking: string, agreement: number | null, quote: Quote, label: string) =>
  bookingDb(world)
    .insertInto('booking.entry')
    .values({
      body_id: world.body.id,
      booking_body: world.body.id,
      booking_id: booking,
      kind: 'charge',
      cents: quote.cents,
      label,
      quote: JSON.stringify(quote),
      holder_id: null,
      by_person: hand(world),
      at: world.now,
      agreement_id: agreement,
    })
    .execute()
