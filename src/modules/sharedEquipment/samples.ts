import { incidentsOf } from '#engines/booking'
import { sql } from '#kernel/db'
import type { Here } from './schema.ts'
import { owner } from './where.ts'

/** The richest page of each kind: a vehicle of ours, a loan that came back broken, the year that was closed. */
export const samples = async (world: Here): Promise<Readonly<Record<string, string>>> => {
  const { db, body } = world
  const first = async (query: ReturnType<typeof sql<{ id: string }>>) => (await query.execute(db)).rows[0]?.id ?? '1'
  const id = body.id
  return {
    sharedItem: await first(
      sql`select i.resource_id::text as id from shared_equipment.item i where i.body_id = ${id} order by i.needs_driver desc, i.resource_id limit 1`,
    ),
    sharedLoan: await first(
      sql`select d.booking_id::text as id from shared_equipment.damage d where d.body_id = ${id} order by d.id limit 1`,
    ),
    sharedPhoto: await first(sql`select id::text as id from shared_equipment.photo where body_id = ${id} order by id limit 1`),
    sharedCost: await first(
      sql`select id::text as id from shared_equipment.cost where body_id = ${id} order by file_id is null, id limit 1`,
    ),
    sharedDamage: await first(
      sql`select id::text as id from shared_equipment.damage where body_id = ${id} order by file_id is null, id limit 1`,
    ),
    sharedContest: await first(
      sql`select c.id::text as id from shared_equipment.contest c join shared_equipment.damage d on d.id = c.damage_id where d.body_id = ${id} order by c.id limit 1`,
    ),
    sharedIncident: (await incidentsOf(world, owner))[0]?.id ?? '1',
    sharedAgreement: await first(
      sql`select agreement_id::text as id from shared_equipment.convention where body_id = ${id} order by agreement_id limit 1`,
    ),
    sharedVersion: await first(
      sql`select number::text as id from shared_equipment.convention where body_id = ${id} order by number desc limit 1`,
    ),
    sharedYear: await first(sql`select year::text as id from shared_equipment.statement where kind = 'account' order by year desc limit 1`),
    sharedPayment: await first(
      sql`select id::text as id from shared_equipment.payment where body_id = ${id} and reverses is null order by id limit 1`,
    ),
    sharedMember: String(id),
  }
}
