import { record } from '#kernel/journal'
import { sql } from '#kernel/db'
import type { KernelTables, World } from '#kernel/service'
import type { MeasureId, MeasureTables, Measures } from '../schema.ts'

export interface Facts {
  readonly pilotId: string | null
  readonly ownerService: string
  readonly closesOn: string | null
}

/** Who holds the pen, which service is in charge, until when one may contribute. */
export const changeFacts = async (world: World<MeasureTables & KernelTables>, measure: MeasureId, facts: Facts) => {
  await world.db
    .updateTable('measures.measure')
    .set({ pilot_id: facts.pilotId, owner_service: facts.ownerService, closes_on: facts.closesOn, changed_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', measure)
    .execute()
  await record(world, 'measure.facts-changed', { subject: `measure:${measure}`, content: { measure, ...facts } })
}

/** Who may hold the pen: agents, elected members and administrators of today, by name; at most 300. */
export const possiblePilots = async (db: Measures, body: number, today: string) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.name, p.id from kernel.role r join kernel.person p on p.id = r.person_id
    where r.body_id = ${body} and r.role in ('agent', 'elected', 'administrator')
      and r.since <= ${today}::date and (r.until is null or r.until >= ${today}::date) and p.erased_at is null
    order by p.name, p.id limit 300`.execute(db)
  return rows
}
