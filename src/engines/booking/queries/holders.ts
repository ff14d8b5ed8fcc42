import type { AnyWorld } from '#kernel/world'
import { type HolderAccount, shareAccounts } from '../rules/shares.ts'
import type { Span } from '../rules/spans.ts'
import { bookingDb } from '../where.ts'
import { endOpening, openIn } from './calendars.ts'

type Where = Pick<AnyWorld, 'db' | 'body' | 'today'>
export interface CalendarHolder {
  readonly id: string
  readonly name: string
  readonly organisation: string | null
  readonly memberBody: number | null
  readonly permille: number
  readonly budgetCents: number
  /** The agreement or the deliberation under which it holds time. */
  readonly basis: string
  readonly since: string
  readonly until: string | null
}

/** An organisation (association, company, another public body) holds a part of a calendar's time under an agreement. @returns its number */
export const addHolder = async (
  world: Where,
  calendar: string,
  holder: {
    readonly name: string
    readonly organisation?: string | null
    readonly memberBody?: number | null
    readonly permille: number
    readonly budgetCents?: number
    readonly basis: string
    readonly since: string
    readonly until?: string | null
    readonly agreement?: number | null
  },
): Promise<string> => {
  const { id } = await bookingDb(world)
    .insertInto('booking.holder')
    .values({
      body_id: world.body.id,
      calendar_id: calendar,
      name: holder.name,
      organisation_id: holder.organisation ?? null,
      member_body: holder.memberBody ?? null,
      share_permille: holder.permille,
      budget_cents: holder.budgetCents ?? 0,
      basis: holder.basis,
      since: holder.since,
      until: holder.until ?? null,
      agreement_id: holder.agreement ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** It no longer holds time after that day, and its openings end with it. */
export const endHolder = async (world: Where, calendar: string, holder: string, lastDay: string): Promise<void> => {
  const db = bookingDb(world)
  const its = await db
    .selectFrom('booking.opening')
    .select('id')
    .where('body_id', '=', world.body.id)
    .where('calendar_id', '=', calendar)
    .where('holder_id', '=', holder)
    .where(eb => eb.or([eb('last_day', 'is', null), eb('last_day', '>', lastDay)]))
    .execute()
  for (const { id } of its) await endOpening(world, id, lastDay)
  await db
    .updateTable('booking.holder')
    .set(eb => ({ until: eb.fn<string>('greatest', ['since', eb.val(lastDay)]) }))
    .where('body_id', '=', world.body.id)
    .where('calendar_id', '=', calendar)
    .where('id', '=', holder)
    .execute()
}

/** Those who hold time on that day. */
export const holdersOf = (world: Where, calendar: string, day = world.today): Promise<readonly CalendarHolder[]> =>
  bookingDb(world)
    .selectFrom('booking.holder')
    .select([
      'id',
      'name',
      'organisation_id as organisation',
      'member_body as memberBody',
      'share_permille as permille',
      'budget_cents as budgetCents',
      'basis',
      'since',
      'until',
    ])
    .where('calendar_id', '=', calendar)
    .where('since', '<=', day)
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', day)]))
    .orderBy('share_permille', 'desc')
    .orderBy('id')
    .execute()

/** Time opened by each holder between two instants, against the share of each. */
export const accountsOfHolders = async (world: Where, calendar: string, asked: Span): Promise<readonly HolderAccount[]> => {
  const [holders, open] = [await holdersOf(world, calendar), await openIn(world, calendar, asked)]
  return shareAccounts(holders, open)
}
