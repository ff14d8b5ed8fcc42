import { type AnyDb, sql } from '#kernel/db'
import type { LegalFile } from '../legalFile.ts'

interface Where {
  readonly db: AnyDb
  readonly body: { readonly id: number }
}
const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const selectFiles = sql`select f.id, f.kind, v.title, v.question, v.area, v.council_on as "councilOn", v.transmitted_on as "transmittedOn",
  v.wished_on as "wishedOn", v.last_on as "lastOn", v.measure_id as measure, v.petition_id as petition, f.opened_at as "openedAt",
  v.number as version, v.written_at as "writtenAt",
  coalesce((select jsonb_agg(jsonb_build_object('item', k.item, 'at', ${instant('k.done_at')}) order by k.done_at, k.item)
    from instruments.file_check k where k.body_id = f.body_id and k.file_id = f.id), '[]') as done,
  (select jsonb_build_object('registered', r.registered, 'voters', r.voters, 'blank', r.blank, 'yes', r.yes, 'no', r.no, 'source', r.source,
    'at', ${instant('r.recorded_at')}) from instruments.file_result r where r.body_id = f.body_id and r.file_id = f.id order by r.number desc limit 1) as result
  from instruments.legal_file f join lateral (select * from instruments.file_version x
    where x.body_id = f.body_id and x.file_id = f.id order by x.number desc limit 1) v on true`

export const fileById = async ({ db, body }: Where, id: string): Promise<LegalFile | null> => {
  const { rows } = await sql<LegalFile>`${selectFiles} where f.body_id = ${body.id} and f.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** The latest opened first; those of a measure when it is given. */
export const legalFiles = async (
  { db, body }: Where,
  page: { readonly size: number; readonly start: number },
  measure: string | null = null,
): Promise<readonly LegalFile[]> => {
  const { rows } = await sql<LegalFile>`${selectFiles} where f.body_id = ${body.id} ${measure ? sql`and v.measure_id = ${measure}` : sql``}
    order by f.opened_at desc, f.id desc limit ${page.size} offset ${page.start}`.execute(db)
  return rows
}
