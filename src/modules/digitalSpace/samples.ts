import { bookingsIn, resourcesOf, sessionsOf } from '#engines/booking'
import { sql } from '#kernel/db'
import { cast } from '#kernel/demonstration'
import { addDays } from '#kernel/rules'
import type { AnyWorld } from '#kernel/world'
import { kindsOfThings } from './queries/things.ts'
import { owner } from './where.ts'

/** Values for the names in this room's paths; the mandate and the sheet are those of one of the invented people. */
export const samples = async (world: AnyWorld): Promise<Readonly<Record<string, string>>> => {
  const { db, body, today } = world
  const span = { startsAt: `${addDays(today, -90)}T00:00:00.000Z`, endsAt: `${addDays(today, 90)}T00:00:00.000Z` }
  const kindOf = await kindsOfThings(world)
  const booked = (await bookingsIn(world, owner, span, ['confirmed', 'present'])).map(one => ({ ...one, thingKind: kindOf(one) }))
  const loans = booked.filter(({ thingKind }) => thingKind === 'loan')
  const workshops = (await sessionsOf(world, owner, span, 'workshop')).toSorted((a, b) => b.placesTaken - a.placesTaken)
  const { rows } = await sql<Record<string, string | null>>`select
    (select id::text from digital_space.mandate m where m.body_id = ${body.id} order by (m.mandator_id = ${cast.amina.id}) desc nulls last,
      (select count(*) from digital_space.mandate_line l where l.body_id = m.body_id and l.mandate_id = m.id) desc, id limit 1) as "digitalMandate",
    (select id::text from digital_space.sheet where body_id = ${body.id} order by id limit 1) as "togetherSheet",
    (select id::text from digital_space.activity where body_id = ${body.id} order by id desc limit 1) as "activityRecord"`.execute(db)
  const found = {
    ...rows[0],
    digitalThing: (await resourcesOf(world, owner, 'facilitator'))[0]?.id ?? null,
    workshop: workshops[0]?.id ?? null,
    digitalAppointment: booked.find(({ thingKind }) => thingKind === 'facilitator')?.id ?? null,
    digitalLoan: (loans.find(({ state }) => state === 'present') ?? loans[0])?.id ?? null,
  }
  return Object.fromEntries(Object.entries(found).map(([name, id]) => [name, id ?? '1']))
}
