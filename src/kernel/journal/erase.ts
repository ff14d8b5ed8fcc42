import { type Db, sql } from '#kernel/db'
import type { JournalTables } from './record.ts'

/**
 * Erases what the journal holds about a person in this body; the chain stays verifiable. What they keyed in for others, as
 * an agent, is the trace of somebody else and stays. Runs under the jobs role.
 */
export const eraseFromJournal = async (db: Db<JournalTables>, body: number, person: string): Promise<number> => {
  const done = await sql`delete from journal.content where body_id = ${body} and person_id = ${person}`.execute(db)
  return Number(done.numAffectedRows ?? 0)
}
