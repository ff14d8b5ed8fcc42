import { createHash } from 'node:crypto'
import { type Db, sql } from '#kernel/db'
import type { JournalTables } from './record.ts'

const batch = 5000
export const genesis = Buffer.alloc(32)

/**
 * Chains the lines written since the last sealing, oldest first, for one body. Two sealers never work at once.
 * @returns how many links were added
 */
export const sealJournal = async (db: Db<JournalTables>, body: number): Promise<number> => {
  const { rows: lock } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(hashtext('journal.seal'), ${body}) as held`.execute(
    db,
  )
  if (!lock[0]?.held) return 0
  const { rows: pending } = await sql<EntryRow>`
    with taken as (
      delete from journal.pending where (body_id, entry_id) in
        (select body_id, entry_id from journal.pending where body_id = ${body} order by entry_id limit ${batch})
      returning body_id, entry_id
    )
    select e.id, e.at, e.event, e.subject, e.digest from taken join journal.entry e on e.body_id = taken.body_id and e.id = taken.entry_id
    order by e.id`.execute(db)
  if (pending.length === 0) return 0
  const head = await db
    .selectFrom('journal.link')
    .select(['position', 'digest'])
    .where('body_id', '=', body)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  let previous = head?.digest ?? genesis
  const first = Number(head?.position ?? 0) + 1
  const digests = pending.map(entry => (previous = linkDigest(previous, entry)))
  await sql`
    insert into journal.link (body_id, position, entry_id, digest)
    select ${body}, ${first}::bigint + n - 1, entry_id, digest
    from unnest(${pending.map(entry => entry.id)}::bigint[], ${digests}::bytea[]) with ordinality as t (entry_id, digest, n)`.execute(db)
  return pending.length
}

export interface EntryRow {
  id: string
  at: string
  event: string
  subject: string
  digest: Buffer
}

/** SHA-256 of the previous link and of the line's own facts. */
export const linkDigest = (previous: Buffer, entry: EntryRow): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(JSON.stringify([entry.id, entry.at, entry.event, entry.subject, entry.digest.toString('hex')]))
    .digest()
