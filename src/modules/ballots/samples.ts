import { sql } from '#kernel/db'
import type { Here } from './schema.ts'

/** The open vote of the demonstration, its first question, and a table where paper was counted. */
export const samples = async ({ db, body }: Here): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<{ ballot: string | null; table: string | null }>`
    select (select id::text from ballots.ballot where body_id = ${body.id} and state = 'open' order by id limit 1) as ballot,
      (select id::text from ballots.counting_table where body_id = ${body.id} order by id limit 1) as table`.execute(db)
  return { ballot: rows[0]?.ballot ?? '1', ballotQuestion: '1', countingTable: rows[0]?.table ?? '1' }
}
