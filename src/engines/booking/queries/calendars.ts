import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { type Exception, type Opening, type OpenSpan, openingSpans } from '../calendar/openingSpans.ts'
import { isRule } from '../calendar/recurrence.ts'
import type { Span } from '../rules/spans.ts'
import { bookingDb, rangeOf } from '../where.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

/** Adds an opening calendar; several resources may follow one. @returns its number */
export const addCalendar = async (
  world: Where,
  calendar: { readonly owner: string; readonly name: string; readonly agreement?: number | null },
): Promise<string> => {
  const { id } = await bookingDb(world)
    .insertInto('booking.calendar')
    .values({ body_id: world.body.id, owner: calendar.owner, name: calendar.name, agreement_id: calendar.agreement ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
export interface Calendar {
  readonly id: string
  readonly owner: string
  readonly name: string
}
const calendars = (world: Where) =>
  bookingDb(world).selectFrom('booking.calendar').select(['id', 'owner', 'name']).where('body_id', '=', world.body.id)
/** The opening calendars of a room, or of every room without one; by room, then in the order in which they were made. */
export const calendarsOf = (world: Where, owner: string | null = null): Promise<readonly Calendar[]> =>
  calendars(world)
    .$if(owner !== null, query => query.where('owner', '=', owner!))
    .orderBy('owner')
    .orderBy('id')
    .limit(100)
    .execute()
/** A calendar of this body; undefined when there is none. */
export const calendarById = async (world: Where, id: string): Promise<Calendar | undefined> =>
  /^\d{1,18}$/.test(id) ? calendars(world).where('id', '=', id).executeTakeFirst() : undefined
const agreementOf = async (world: Where, calendar: string) =>
  (
    await bookingDb(world)
      .selectFrom('booking.calendar')
      .select('agreement_id')
      .where('body_id', '=', world.body.id)
      .where('id', '=', calendar)
      .executeTakeFirstOrThrow()
  ).agreement_id

export interface NewOpening {
  readonly firstDay: string
  readonly lastDay?: string | null
  /** `HH:MM` on the clock of Europe/Paris. */
  readonly starts: string
  readonly minutes: number
  /** RFC 5545 by day, week, month or year (`isRule`); empty: that one day. */
  readonly rule: string
  /** Whose time it is, among the calendar's holders. */
  readonly holder?: string | null
  readonly note?: string
}
/** Opens regularly. Throws on a rule that `isRule` refuses: a form asks first. */
export const addOpening = async (world: Where, calendar: string, opening: NewOpening): Promise<string> => {
  if (!isRule(opening.rule)) throw new Error(`Not a rule of recurrence: ${opening.rule}`)
  const { id } = await bookingDb(world)
    .insertInto('booking.opening')
    .values({
      body_id: world.body.id,
      calendar_id: calendar,
      holder_id: opening.holder ?? null,
      first_day: opening.firstDay,
      last_day: opening.lastDay ?? null,
      starts: opening.starts,
      minutes: opening.minutes,
      rule: opening.rule,
      note: opening.note ?? '',
      agreement_id: await agreementOf(world, calendar),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
/** The opening no longer comes after that day; with a day before its first, it goes. */
export const endOpening = async (world: Where, opening: string, lastDay: string): Promise<void> => {
  const db = bookingDb(world)
  await db
    .deleteFrom('booking.opening')
    .where('body_id', '=', world.body.id)
    .where('id', '=', opening)
    .where('first_day', '>', lastDay)
    .execute()
  await db
    .updateTable('booking.opening')
    .set({ last_day: lastDay })
    .where('body_id', '=', world.body.id)
    .where('id', '=', opening)
    .execute()
}
/** Closed although the rule says open, or open although it does not. What is booked meanwhile stays: see `displace`. */
export const addException = async (
  world: AnyWorld,
  calendar: string,
  exception: Span & { readonly kind: 'closed' | 'open'; readonly reason: string; readonly holder?: string | null },
): Promise<string> => {
  const { id } = await bookingDb(world)
    .insertInto('booking.exception')
    .values({
      body_id: world.body.id,
      calendar_id: calendar,
      holder_id: exception.holder ?? null,
      kind: exception.kind,
      during: rangeOf(exception),
      reason: exception.reason,
      agreement_id: await agreementOf(world, calendar),
      decided_by: world.actor.onBehalf?.keyedBy ?? world.actor.personId,
      decided_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
export const removeException = async (world: Where, exception: string): Promise<void> =>
  void (await bookingDb(world).deleteFrom('booking.exception').where('body_id', '=', world.body.id).where('id', '=', exception).execute())

export interface CalendarFacts {
  readonly openings: readonly (Opening & { readonly note: string })[]
  readonly exceptions: readonly (Exception & { readonly id: string; readonly reason: string; readonly decidedAt: string })[]
}
/** What a calendar says; only the exceptions that touch the time asked, when one is. */
export const calendarFacts = async (world: Where, calendar: string, asked: Span | null = null): Promise<CalendarFacts> => {
  const db = bookingDb(world)
  const openings = await db
    .selectFrom('booking.opening')
    .select([
      'id',
      'first_day as firstDay',
      'last_day as lastDay',
      sql<string>`to_char(starts, 'HH24:MI')`.as('starts'),
      'minutes',
      'rule',
      'holder_id as holder',
      'note',
    ])
    .where('calendar_id', '=', calendar)
    .orderBy('first_day')
    .orderBy('id')
    .execute()
  const exceptions = await db
    .selectFrom('booking.exception')
    .select([
      'id',
      'kind',
      sql<string>`lower(during)`.as('startsAt'),
      sql<string>`upper(during)`.as('endsAt'),
      'holder_id as holder',
      'reason',
      'decided_at as decidedAt',
    ])
    .where('calendar_id', '=', calendar)
    .$if(asked !== null, query => query.where(sql<boolean>`during && ${rangeOf(asked!)}::tstzrange`))
    .orderBy(sql`lower(during)`)
    .orderBy('id')
    .execute()
  return { openings, exceptions }
}

/** When a calendar is open between two instants; without a calendar, always. */
export const openIn = async (world: Where, calendar: string | null, asked: Span): Promise<readonly OpenSpan[]> =>
  calendar === null ? [{ ...asked, holder: null }] : openingSpans(await calendarFacts(world, calendar, asked), asked)
