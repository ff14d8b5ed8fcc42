import { incidentsOf, sessionsOf } from '#engines/booking'
import { sql } from '#kernel/db'
import type { Here } from './schema.ts'
import { owner } from './who.ts'

/** The richest page of each kind: a garden with a plan, the drawn round, the plot under notice, its objection. */
export const samples = async (world: Here): Promise<Readonly<Record<string, string>>> => {
  const { db, body } = world
  const [day] = await sessionsOf(world, owner, { startsAt: '2000-01-01T00:00:00Z', endsAt: '2100-01-01T00:00:00Z' }, 'day')
  const [incident] = await incidentsOf(world, owner)
  const first = async (query: ReturnType<typeof sql<{ id: string }>>) => (await query.execute(db)).rows[0]?.id ?? '1'
  const id = body.id
  return {
    garden: await first(
      sql`select garden_id::text as id from plots.plot where body_id = ${id} group by garden_id order by count(*) desc, garden_id limit 1`,
    ),
    gardenPlot: await first(sql`select id::text as id from plots.plot where body_id = ${id} order by withdrawn_on is null, id limit 1`),
    gardenRound: await first(
      sql`select id::text as id from plots.round where body_id = ${id} and allocation_id is not null order by id limit 1`,
    ),
    plotApplication: await first(sql`select a.id::text as id from plots.application a where a.body_id = ${id} order by a.id limit 1`),
    plotTenancy: await first(
      sql`select t.id::text as id from plots.tenancy t left join plots.step s on s.body_id = t.body_id and s.tenancy_id = t.id
        where t.body_id = ${id} group by t.id order by count(s.id) desc, t.id limit 1`,
    ),
    plotStep: await first(sql`select id::text as id from plots.step where body_id = ${id} order by ended_on is not null, id desc limit 1`),
    plotObjection: await first(
      sql`select id::text as id from plots.objection where body_id = ${id} order by answer is not null, id limit 1`,
    ),
    plotReceipt: await first(sql`select id::text as id from plots.entry where body_id = ${id} and kind like '%-paid' order by id limit 1`),
    plotPhoto: await first(sql`select id::text as id from plots.photo where body_id = ${id} order by id limit 1`),
    plotLetter: await first(sql`select id::text as id from plots.letter where body_id = ${id} order by channel <> 'paper', id limit 1`),
    gardenDay: day?.id ?? '1',
    gardenIncident: incident?.id ?? '1',
    surplus: await first(sql`select id::text as id from plots.surplus where body_id = ${id} order by taken_at is not null, id limit 1`),
  }
}
