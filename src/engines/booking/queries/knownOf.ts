import { sql } from '#kernel/db'
import { dayInParis } from '#kernel/rules'
import type { AnyWorld } from '#kernel/world'
import type { Known } from '../rules/standingFor.ts'
import { mondayOf } from '../rules/standingFor.ts'
import type { Span } from '../rules/spans.ts'
import { bookingDb } from '../where.ts'

type Row = Omit<Known, 'now' | 'bookings'> & { readonly bookings: readonly Span[] | null }

/** What the house knows of somebody for a booking under a policy, by dated facts. One reading. `on`: the instant of the booking. */
export const knownOf = async (world: AnyWorld, person: string, policy: string, owner: string, on: string): Promise<Known> => {
  const [day, body] = [dayInParis(on), world.body.id]
  const monday = mondayOf(day)
  const { rows } = await sql<Row>`
    select
      (select extract(year from age(${day}::date, c.birth_date))::integer from kernel.contact c where c.person_id = ${person}) as age,
      coalesce((select case when bool_or(h.proof <> 'declared') then 'verified' else 'declared' end from kernel.residence h
        where h.body_id = ${body} and h.person_id = ${person} and h.since <= ${day}::date and (h.until is null or h.until >= ${world.today}::date)
        having count(*) > 0), 'none') as residence,
      coalesce((select jsonb_agg(distinct m.organisation_id::text) from kernel.role m where m.body_id = ${body} and m.person_id = ${person}
        and m.organisation_id is not null and m.since <= ${world.today}::date and (m.until is null or m.until >= ${world.today}::date)), '[]') as organisations,
      exists (select from kernel.role m where m.body_id = ${body} and m.person_id = ${person} and m.role = 'member'
        and m.since <= ${world.today}::date and (m.until is null or m.until >= ${world.today}::date)) as "isMember",
      coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'since', p.since, 'until', least(p.until, p.withdrawn_on - 1)) order by p.id)
        from booking.permit p where p.body_id = ${body} and p.person_id = ${person}), '[]') as permits,
      coalesce((select jsonb_agg(jsonb_build_object('document', a.document, 'edition', a.edition) order by a.document, a.edition)
        from booking.acceptance a where a.body_id = ${body} and a.person_id = ${person}), '[]') as documents,
      (select max(u.until) from booking.suspension u where u.body_id = ${body} and u.person_id = ${person} and u.owner = ${owner}
        and u.lifted_at is null and u.until > ${world.now}) as "suspendedUntil",
      (select jsonb_agg(jsonb_build_object('startsAt', lower(b.during), 'endsAt', upper(b.during)) order by lower(b.during), b.id)
        from booking.booking b
        left join booking.resource r on r.id = b.resource_id left join booking.session s on s.id = b.session_id
        where b.body_id = ${body} and b.person_id = ${person} and coalesce(r.policy_id, s.policy_id) = ${policy}
          and b.state in ('asked', 'confirmed', 'offered', 'present')
          and upper(b.during) > least(${world.now}::timestamptz, ${monday}::timestamp at time zone 'Europe/Paris')) as bookings`.execute(
    bookingDb(world),
  )
  const row = rows[0]!
  return {
    ...row,
    now: world.now,
    bookings: (row.bookings ?? []).map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    })),
  }
}
