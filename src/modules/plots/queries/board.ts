import { sql } from '#kernel/db'
import type { Here } from '../schema.ts'

/** The day of the last visit to each plot that somebody has. */
export const lastVisitsOf = async ({ db, body }: Pick<Here, 'db' | 'body'>): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ tenancy: string; on: string }>`
    select tenancy_id::text as tenancy, max(visited_on)::text as on from plots.visit where body_id = ${body.id} group by tenancy_id`.execute(
    db,
  )
  return new Map(rows.map(row => [row.tenancy, row.on]))
}
