import { type Db, sql } from '#kernel/db'
import type { KernelTables } from '#kernel/service'

export interface JournalLine {
  readonly id: string
  readonly at: string
  readonly event: string
  readonly subject: string
  readonly person: string | null
  readonly keyedBy: string | null
  readonly channel: string | null
  readonly form: string | null
  readonly data: string | null
  readonly sealed: boolean
}
export interface JournalFilter {
  readonly event: string
  readonly subject: string
  readonly person: string
}

/** Lines of the journal, the latest first; an empty filter lets everything through. */
export const journalLines = async (
  db: Db<KernelTables>,
  body: number,
  filter: JournalFilter,
  page: { size: number; start: number },
): Promise<readonly JournalLine[]> => {
  const { rows } = await sql<JournalLine>`
    select e.id, e.at, e.event, e.subject, p.name as person, k.name as "keyedBy", c.channel, c.form, c.data::text as data,
      exists (select from journal.link l where l.body_id = e.body_id and l.entry_id = e.id) as sealed
    from journal.entry e left join journal.content c on c.body_id = e.body_id and c.entry_id = e.id
    left join kernel.person p on p.id = c.person_id left join kernel.person k on k.id = c.keyed_by
    where e.body_id = ${body} and (${filter.event} = '' or e.event like ${`${escaped(filter.event)}%`})
      and (${filter.subject} = '' or e.subject = ${filter.subject})
      and (${filter.person} = '' or p.name ilike ${`%${escaped(filter.person)}%`} or k.name ilike ${`%${escaped(filter.person)}%`})
    order by e.id desc limit ${page.size} offset ${page.start}`.execute(db)
  return rows
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')
