import { type Db, sql } from '#kernel/db'
import type { AmendmentId, Tables } from '../schema.ts'

/** What to call an amendment elsewhere: the title of its measure, and how many people support it; null when there is none. */
export const amendmentTitle = async (db: Db<Tables>, body: number, measure: string, id: AmendmentId) => {
  const { rows } = await sql<{ measure: string; supports: number }>`
    select m.title as measure, (select count(*) from measures.amendment_support s where s.body_id = a.body_id and s.amendment_id = a.id)::integer as supports
    from measures.amendment a join measures.measure m on m.body_id = a.body_id and m.id = a.measure_id
    where a.body_id = ${body} and a.measure_id = ${measure} and a.id = ${id}`.execute(db)
  return rows[0] ?? null
}
