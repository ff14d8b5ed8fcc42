import { z } from 'zod'
import { sql } from '#kernel/db'
import type { JournalEvent } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { reasons } from './rules.ts'

const said = z.union([
  z
    .string()
    .min(1)
    .transform(text => ({ fr: text, en: text })),
  z.object({ fr: z.string().min(1), en: z.string().min(1) }),
])

/**
 * What an event carries in `content.notify` to be told to the people interested: the subject, its title, the page to open,
 * and what happened, in both languages. `also` names other subjects whose followers are told the same thing once.
 */
export const Notify = z.object({
  subject: z.string(),
  also: z.array(z.string()).default([]),
  title: z.string().min(1),
  url: z.string().startsWith('/'),
  what: said,
})

/** Turns an event that says so into one notification per person interested, except its author and those who left. Twice changes nothing. */
export const notify = async (world: AnyWorld, event: JournalEvent): Promise<void> => {
  if (!event.content || !('notify' in event.content)) return
  const { subject, also, title, url, what } = Notify.parse(event.content['notify'])
  await sql`
    insert into following.notification (body_id, person_id, event, subject, title, url, what, because, happened_at)
    select distinct on (i.person_id) ${world.body.id}, i.person_id, ${event.position}::bigint, i.subject, ${title}, ${url},
      ${JSON.stringify(what)}::jsonb, i.because, ${event.at}::timestamptz
    from following.interest i
    where i.body_id = ${world.body.id} and i.subject = any(${[subject, ...also]}::text[]) and i.person_id is distinct from ${event.personId}::uuid
      and not exists (select from following.leave l where l.body_id = i.body_id and l.subject = i.subject and l.person_id = i.person_id)
    order by i.person_id, array_position(${[...reasons]}::text[], i.because), i.subject
    on conflict do nothing`.execute(world.db)
}
