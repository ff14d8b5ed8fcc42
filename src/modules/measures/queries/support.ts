import { sql } from '#kernel/db'
import { eventKey } from '#kernel/journal'
import type { World } from '#kernel/service'
import { openStages, type StageName } from '../rules/stages.ts'
import type { MeasureId, MeasureTables } from '../schema.ts'
import type { KernelTables } from '#kernel/service'

type Here = World<MeasureTables & KernelTables>
interface Found {
  readonly stage: StageName
  readonly closesOn: string | null
  readonly title: string
}

/**
 * Writes this person's support, its count and its journal line in one statement, if the measure is open.
 * Supporting again changes nothing. The counter has several slots so that people do not wait for one another.
 * @returns what the rule needs to explain a refusal, or null when there is no such measure
 */
export const giveSupport = async (world: Here, measure: MeasureId, personId: string): Promise<Found | null> => {
  const line = eventKey(world, 'measure.supported', { subject: `measure:${measure}`, content: { measure } })
  const { rows } = await sql<Found>`
    with found as (
      select id, stage, closes_on, title from measures.measure where body_id = ${line.body} and id = ${measure}
    ), given as (
      insert into measures.support (body_id, measure_id, person_id, supported_at, channel, keyed_by)
      select ${line.body}, id, ${personId}::uuid, ${line.at}::timestamptz, ${line.channel}, ${line.keyedBy}::uuid from found
      where stage in (${sql.join(openStages)}) and (closes_on is null or closes_on >= ${world.today}::date)
      on conflict do nothing returning measure_id
    ), counted as (
      insert into measures.support_count as c (body_id, measure_id, slot, n)
      select ${line.body}, measure_id, pg_backend_pid() % 32, 1 from given
      on conflict (body_id, measure_id, slot) do update set n = c.n + 1
    ), ${journalled(line)}
    select stage, closes_on as "closesOn", title from found`.execute(world.db)
  return rows[0] ?? null
}

/** Takes the support back, in one statement; a trigger counts one less, and the journal keeps both facts. Nothing happens when there was none. */
export const withdrawSupport = async (world: Here, measure: MeasureId, personId: string): Promise<void> => {
  const line = eventKey(world, 'measure.support-withdrawn', { subject: `measure:${measure}`, content: { measure } })
  await sql`
    with given as (
      delete from measures.support where body_id = ${line.body} and measure_id = ${measure} and person_id = ${personId}::uuid returning measure_id
    ), ${journalled(line)}
    select 1`.execute(world.db)
}

/** The journal's three rows, written only when `given` has one. */
const journalled = (line: ReturnType<typeof eventKey>) => sql`entry as (
      insert into journal.entry (body_id, at, event, subject, digest)
      select ${line.body}, ${line.at}::timestamptz, ${line.event}, ${line.subject}, ${line.digest}::bytea from given returning body_id, id
    ), content as (
      insert into journal.content (body_id, entry_id, salt, person_id, keyed_by, channel, form, data)
      select body_id, id, ${line.salt}::bytea, ${line.person}::uuid, ${line.keyedBy}::uuid, ${line.channel}, ${line.form}, ${line.data}::jsonb from entry
    ), pending as (
      insert into journal.pending (body_id, entry_id) select body_id, id from entry
    )`

/** How many people support a measure. */
export const supportsOf = async (world: Pick<Here, 'db' | 'body'>, measure: MeasureId): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(n), 0)::integer as n from measures.support_count where body_id = ${world.body.id} and measure_id = ${measure}`.execute(
    world.db,
  )
  return rows[0]?.n ?? 0
}
