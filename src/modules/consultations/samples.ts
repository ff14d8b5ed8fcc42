import { sql } from '#kernel/db'
import type { Here } from './schema.ts'

/** The open consultation with most answers, a pile of sheets, and a publication. */
export const samples = async ({ db, body }: Here): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await sql<{ consultation: string | null; publication: string | null; run: string | null; sheet: string | null }>`
    select
      (select k.id::text from consultations.consultation k where k.body_id = ${body.id} and k.state = 'open'
        order by (select count(*) from consultations.participant p where p.body_id = k.body_id and p.consultation_id = k.id) desc, k.id limit 1) as consultation,
      (select id::text from consultations.publication where body_id = ${body.id} and bundle is not null order by id limit 1) as publication,
      (select id::text from consultations.print_run where body_id = ${body.id} order by id limit 1) as run,
      (select s.id::text from consultations.sheet s left join consultations.participant p on p.body_id = s.body_id and p.sheet_id = s.id
        where s.body_id = ${body.id} and p.id is null order by s.id limit 1) as sheet`.execute(db)
  const [found] = rows
  return {
    consultation: found?.consultation ?? '1',
    publication: found?.publication ?? '1',
    printRun: found?.run ?? '1',
    sheet: found?.sheet ?? '1',
  }
}
