import { sql } from '#kernel/db'
import type { Here } from './schema.ts'

/** Values for the names in this room's paths: a committee with a candidate, a vacancy and a substitute, where there is one. */
export const samples = async ({ db, body, today }: Here): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<Record<string, string>>`
    select k.id::text as committee,
      coalesce((select min(id) from committees.candidacy c where c.body_id = k.body_id and c.committee_id = k.id and c.decision is null), 1)::text as candidacy,
      coalesce((select min(s.id) from committees.seat s where s.body_id = k.body_id and s.committee_id = k.id and s.removed_at is null
        and not exists (select from committees.mandate m where m.body_id = s.body_id and m.seat_id = s.id)), 1)::text as seat,
      coalesce((select min(id) from committees.mandate m where m.body_id = k.body_id and m.committee_id = k.id), 1)::text as mandate
    from committees.committee k where k.body_id = ${body.id}
    order by exists (select from committees.candidacy c where c.body_id = k.body_id and c.committee_id = k.id) desc, k.id limit 1`.execute(
    db,
  )
  return { committee: '1', candidacy: '1', seat: '1', mandate: '1', ...rows[0], fileYear: today.slice(0, 4) }
}
