import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'

/** A value for `:request`. */
export const groupSamples = async ({ db, body }: AnyWorld): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<{
    id: string
  }>`select id from measures.group_request where body_id = ${body.id} order by decision is not null, id limit 1`.execute(db)
  return { request: rows[0]?.id ?? '1' }
}
