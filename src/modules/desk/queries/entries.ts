import { sql } from '#kernel/db'
import type { Channel, Desk } from '../schema.ts'

export const beginEntry = (
  db: Desk,
  body: number,
  entry: { keyedBy: string; person: string; channel: Channel; form: string | null; now: string },
) =>
  db
    .insertInto('desk.entry')
    .values({
      body_id: body,
      keyed_by: entry.keyedBy,
      person_id: entry.person,
      channel: entry.channel,
      form: entry.form,
      began_at: entry.now,
      ended_at: null,
    })
    .execute()

export const endEntries = (db: Desk, body: number, keyedBy: string, now: string) =>
  db
    .updateTable('desk.entry')
    .set({ ended_at: now })
    .where('body_id', '=', body)
    .where('keyed_by', '=', keyedBy)
    .where('ended_at', 'is', null)
    .execute()

export interface KeyedAct {
  readonly at: string
  readonly person: string
  readonly event: string
  readonly subject: string
  readonly channel: string
  readonly form: string | null
}
/** What a hand wrote for others on a day (Europe/Paris), the latest first. */
export const keyedOn = async (db: Desk, body: number, keyedBy: string, day: string): Promise<readonly KeyedAct[]> => {
  const { rows } = await sql<KeyedAct>`
    select e.at, coalesce(p.name, '') as person, e.event, e.subject, c.channel, c.form
    from journal.content c join journal.entry e on e.body_id = c.body_id and e.id = c.entry_id left join kernel.person p on p.id = c.person_id
    where c.body_id = ${body} and c.keyed_by = ${keyedBy} and (e.at at time zone 'Europe/Paris')::date = ${day}::date
    order by e.id desc limit 200`.execute(db)
  return rows
}
