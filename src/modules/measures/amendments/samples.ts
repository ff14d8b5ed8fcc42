import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'

/** Values for `:measure`, `:amendment` and `:version`: an amendment under examination, on a measure that is open. */
export const amendmentSamples = async ({ db, body }: Pick<AnyWorld, 'db' | 'body'>): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<{ measure: string; amendment: string; version: string }>`
    select a.measure_id::text as measure, a.id::text as amendment, '1' as version
    from measures.amendment a join measures.measure m on m.body_id = a.body_id and m.id = a.measure_id
    where a.body_id = ${body.id} and a.state = 'open' and m.stage = 'co-construction' order by m.position, a.id limit 1`.execute(db)
  return { ...rows[0] }
}
