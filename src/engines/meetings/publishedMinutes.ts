import { sql } from '#kernel/db'
import type { AnyWorld, PublicChange } from '#kernel/world'
import { words } from './locales/index.ts'

/** Minutes approved lately: from that day anyone may read them. */
export const publishedMinutes = async ({ db, body, locale }: AnyWorld, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(locale)
  const { rows } = await sql<{ id: string; title: string; assembly: string; path: string; at: string }>`
    select m.id, m.title, a.name as assembly, a.path, p.at
    from meetings.minutes_approval p
    join meetings.meeting m on m.body_id = p.body_id and m.id = p.meeting_id
    join meetings.assembly a on a.body_id = m.body_id and a.id = m.assembly_id
    where p.body_id = ${body.id} order by p.at desc, p.meeting_id desc limit ${limit}`.execute(db)
  return rows.map(({ id, title, assembly, path, at }) => ({
    id: `minutes:${id}`,
    title: t('minutes.of', { title }),
    url: `${path}/${id}/proces-verbal`,
    at,
    text: assembly,
  }))
}
