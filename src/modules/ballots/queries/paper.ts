import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { Counts } from '../rules/counts.ts'
import { type SheetEntry, settledCounts } from '../rules/settle.ts'
import type { BallotId } from '../schema.ts'

export interface CountingTable {
  readonly id: string
  readonly ballot: BallotId
  readonly place: string
  readonly scrutineers: string
  readonly entries: readonly SheetEntry[]
  readonly settled: Counts | null
  readonly isSettled: boolean
}

const read = async (world: AnyWorld, where: ReturnType<typeof sql>): Promise<readonly CountingTable[]> => {
  const { rows } = await sql<{ id: string; ballot: BallotId; place: string; scrutineers: string; entries: readonly RawEntry[] }>`
    select t.id, t.ballot_id as ballot, t.place, t.scrutineers,
      (select coalesce(jsonb_agg(jsonb_build_object('turn', e.turn, 'counts', e.counts, 'by', e.entered_by, 'at', e.entered_at, 'reason', e.reason)
        order by e.turn), '[]') from ballots.sheet_entry e where e.body_id = t.body_id and e.table_id = t.id) as entries
    from ballots.counting_table t where t.body_id = ${world.body.id} and ${where} order by t.id limit 200`.execute(world.db)
  return rows.map(row => {
    const entries = row.entries.map(entry => ({ ...entry, counts: Counts.parse(entry.counts) }))
    const settled = settledCounts(entries)
    return { ...row, entries, settled, isSettled: settled !== null }
  })
}
interface RawEntry {
  readonly turn: number
  readonly counts: unknown
  readonly by: string | null
  readonly reason: string
}

export const countingTables = (world: AnyWorld, ballot: BallotId) => read(world, sql`t.ballot_id = ${ballot}`)
export const countingTable = async (world: AnyWorld, id: string): Promise<CountingTable | null> =>
  (await read(world, sql`t.id = ${id}`))[0] ?? null

export const openTable = async (world: AnyWorld, ballot: BallotId, table: { place: string; scrutineers: string }): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    insert into ballots.counting_table (body_id, ballot_id, place, scrutineers, opened_by, opened_at)
    values (${world.body.id}, ${ballot}, ${table.place}, ${table.scrutineers}, ${world.actor.personId}, ${world.now}) returning id`.execute(
    world.db,
  )
  await record(world, 'ballotTable.opened', { subject: `ballot:${ballot}`, content: table })
  return rows[0]!.id
}

/** Writes one entry of a sheet. The database refuses a second one by the same person, and any after the third. */
export const enterSheet = async (world: AnyWorld, table: CountingTable, entry: { turn: number; counts: Counts; reason: string }) => {
  await sql`insert into ballots.sheet_entry (body_id, table_id, turn, counts, entered_by, entered_at, reason)
    values (${world.body.id}, ${table.id}, ${entry.turn}, ${JSON.stringify(entry.counts)}::jsonb, ${world.actor.personId}, ${world.now}, ${entry.reason})`.execute(
    world.db,
  )
  await record(world, 'ballotSheet.entered', { subject: `ballot:${table.ballot}`, content: { table: table.id, turn: entry.turn } })
}
