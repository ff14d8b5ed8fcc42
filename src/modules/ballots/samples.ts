import { sql } from '#kernel/db'
import type { Here } from './schema.ts'

/** The open vote of the demonstration, the draft, and the published one with its table of paper. */
export const samples = async ({ db, body }: Here): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<{
    open: string | null
    draft: string | null
    counted: string | null
    secret: string | null
    table: string | null
  }>`
    select (select id::text from ballots.ballot where body_id = ${body.id} and state = 'open' and not is_secret order by id limit 1) as open,
      (select id::text from ballots.ballot where body_id = ${body.id} and state = 'draft' order by id limit 1) as draft,
      (select id::text from ballots.ballot where body_id = ${body.id} and state = 'published' and not is_secret order by id limit 1) as counted,
      (select id::text from ballots.ballot where body_id = ${body.id} and state = 'open' and is_secret order by id limit 1) as secret,
      (select id::text from ballots.counting_table where body_id = ${body.id} order by id limit 1) as table`.execute(db)
  const [found] = rows
  return {
    ballot: found?.open ?? '1',
    draftBallot: found?.draft ?? '1',
    ballotQuestion: '1',
    countedBallot: found?.counted ?? '1',
    secretBallot: found?.secret ?? '1',
    countingTable: found?.table ?? '1',
  }
}
