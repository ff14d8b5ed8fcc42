import { sql } from '#kernel/db'
import type { World } from '#kernel/service'
import { bookingsKey } from './calendarKey.ts'
import type { Tables } from './tables.ts'

/** Values for `:booking`, `:bookable`, `:bookedSession`, `:openingCalendar`, `:bookingPolicy`, `:bookingIncident`, `:suspension`, `:allocation` and `:bookingsKey`. */
export const samples = async ({ db, body, signingKey }: World<Tables>): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<Record<string, string | null>>`select
    (select id::text from booking.booking where body_id = ${body.id} and kind = 'time' and state = 'confirmed' order by (price_cents > 0) desc, id limit 1) as booking,
    (select person_id::text from booking.booking where body_id = ${body.id} and person_id is not null order by id limit 1) as person,
    (select id::text from booking.resource where body_id = ${body.id} and archived_at is null order by id limit 1) as bookable,
    (select s.id::text from booking.session s where s.body_id = ${body.id} order by
      exists (select from booking.booking b where b.session_id = s.id and b.state = 'waiting') desc, s.id desc limit 1) as "bookedSession",
    (select c.id::text from booking.calendar c where c.body_id = ${body.id} order by
      (select count(*) from booking.opening o where o.body_id = c.body_id and o.calendar_id = c.id) desc, c.id limit 1) as calendar,
    (select p.id::text from booking.policy p join booking.resource r on r.body_id = p.body_id and r.policy_id = p.id
      where p.body_id = ${body.id} and r.archived_at is null order by p.id limit 1) as policy,
    (select id::text from booking.incident where body_id = ${body.id} and closed_at is null order by id limit 1) as incident,
    (select id::text from booking.suspension where body_id = ${body.id} order by id limit 1) as suspension,
    (select a.id::text from booking.allocation a where a.body_id = ${body.id} order by
      exists (select from booking.allocation_seed s where s.body_id = a.body_id and s.allocation_id = a.id) desc, a.id limit 1) as allocation`.execute(
    db,
  )
  const found = rows[0] ?? {}
  return {
    booking: found.booking ?? '1',
    bookable: found.bookable ?? '1',
    bookedSession: found.bookedSession ?? '1',
    openingCalendar: found.calendar ?? '1',
    bookingPolicy: found.policy ?? '1',
    bookingIncident: found.incident ?? '1',
    suspension: found.suspension ?? '1',
    allocation: found.allocation ?? '1',
    bookingsKey: bookingsKey({ body, signingKey }, found.person ?? '00000000-0000-4000-8000-000000000001'),
  }
}
