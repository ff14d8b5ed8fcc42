import { sql } from '#kernel/db'
import type { Here } from './schema.ts'

/** Values for the names in this room's paths: a published deliberation, its session, and a member. */
export const samples = async ({ db, body }: Here): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<Record<string, string>>`
    select d.id::text as deliberation, d.meeting_id::text as sitting,
      coalesce((select max(m.id) from council.mandate m where m.body_id = d.body_id), 1)::text as councillor
    from council.deliberation d join council.publication p on p.body_id = d.body_id and p.deliberation_id = d.id
    where d.body_id = ${body.id} order by p.version desc, d.id limit 1`.execute(db)
  return { deliberation: '1', sitting: '1', councillor: '1', ...rows[0] }
}
