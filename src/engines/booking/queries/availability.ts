import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { type Span, united, withoutUnited } from '../rules/spans.ts'
import { bookingDb, rangeOf } from '../where.ts'
import { openIn } from './calendars.ts'
import type { Resource } from './resources.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>
export interface Block extends Span {
  readonly resource: string
  /** Public: why nobody can have it. */
  readonly reason: string
}
export interface Availability {
  readonly open: readonly Span[]
  readonly taken: readonly Span[]
  readonly free: readonly Span[]
}

/** When each resource is taken between two instants, by bookings and by blocks, those that touch made one. One reading of the index. */
export const takenIn = async (world: Where, resources: readonly string[], asked: Span): Promise<ReadonlyMap<string, readonly Span[]>> => {
  const found = new Map<string, readonly Span[]>(resources.map(id => [id, []]))
  if (resources.length === 0) return found
  // One text a resource: a month of 200 resources is thousands of times, and dates are slow to read one by one.
  // Two bookings never overlap, so that at most one contains the last instant: it is the first to end after it.
  const taking = sql`b.resource_id = r.id and b.resource_id is not null and b.state in ('asked', 'confirmed', 'offered', 'present')`
  const { rows } = await sql<{ resource: string; spans: string }>`
    select r.id as resource, string_agg((s.starts_at at time zone 'UTC')::text || '/' || (s.ends_at at time zone 'UTC')::text, ',') as spans
    from unnest(${[...resources]}::bigint[]) r(id) cross join lateral (
      select b.starts_at, b.ends_at from booking.booking b where ${taking} and b.ends_at > ${asked.startsAt}::timestamptz and b.ends_at <= ${asked.endsAt}::timestamptz
      union all
      select l.starts_at, l.ends_at from (select b.starts_at, b.ends_at from booking.booking b
        where ${taking} and b.ends_at > ${asked.endsAt}::timestamptz order by b.ends_at limit 1) l where l.starts_at < ${asked.endsAt}::timestamptz
    ) s
    group by r.id`.execute(bookingDb(world))
  for (const { resource, spans } of rows)
    found.set(
      resource,
      united(
        spans.split(',').map(span => {
          const cut = span.indexOf('/')
          return { startsAt: isoOf(span.slice(0, cut)), endsAt: isoOf(span.slice(cut + 1)) }
        }),
      ),
    )
  return found
}

/** `2026-12-01 09:00:00` → `2026-12-01T09:00:00.000Z`; nothing, or for ever, is the end of all calendars. */
const isoOf = (text: string): string => {
  if (text === '' || text === 'infinity') return '9999-12-31T00:00:00.000Z'
  if (text.length === 19) return `${text.slice(0, 10)}T${text.slice(11)}.000Z`
  const instant = new Date(`${text.replace(' ', 'T')}Z`)
  return Number.isNaN(instant.getTime()) ? '9999-12-31T00:00:00.000Z' : instant.toISOString()
}

/** Open, taken and free times of each resource between two instants. Resources that share a calendar read it once. */
export const availabilityOf = async (
  world: Where,
  resources: readonly Pick<Resource, 'id' | 'calendar'>[],
  asked: Span,
): Promise<ReadonlyMap<string, Availability>> => {
  const taken = await takenIn(
    world,
    resources.map(({ id }) => id),
    asked,
  )
  const calendars = new Map<string | null, readonly Span[]>()
  for (const calendar of new Set(resources.map(one => one.calendar))) calendars.set(calendar, united(await openIn(world, calendar, asked)))
  return new Map(
    resources.map(({ id, calendar }) => {
      const [open, busy] = [calendars.get(calendar) ?? [], taken.get(id) ?? []]
      return [id, { open, taken: busy, free: withoutUnited(open, busy) }]
    }),
  )
}

/** What blocks these resources in that time, with its public reason. */
export const blocksIn = async (world: Where, resources: readonly string[], asked: Span): Promise<readonly Block[]> => {
  if (resources.length === 0) return []
  const { rows } = await sql<{ resource: string; startsAt: string; endsAt: string | null; reason: string }>`
    select resource_id as resource, lower(during) as "startsAt", upper(during) as "endsAt", reason from booking.booking
    where kind = 'block' and resource_id = any(${[...resources]}::bigint[]) and during && ${rangeOf(asked)}::tstzrange and state = 'confirmed'
    order by resource_id, lower(during), id`.execute(bookingDb(world))
  return rows.map(row => ({ ...row, endsAt: row.endsAt ?? '9999-12-31T00:00:00.000Z' }))
}
