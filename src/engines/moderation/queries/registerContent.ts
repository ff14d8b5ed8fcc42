import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { normalised, type Signal, signalsOf } from '../rules/signals.ts'
import { isTownHall, kindOf, type Moderated, visible } from '../rules/state.ts'
import { moderationSettingsOf } from '../settings.ts'
import { moderationOf } from './moderationOf.ts'

/** What has just been published. `subject` is its key, `url` the page of this site where it stands. */
export interface Published {
  readonly subject: string
  /** Null when nobody is signed in: the text then always waits for an agent. */
  readonly authorId: string | null
  readonly text: string
  readonly url: string
  /** Waits for an agent whoever wrote it, the town hall excepted. */
  readonly readFirst?: boolean
}

/**
 * Called when something is published, or published again after an edit, in the same transaction: decides by the published
 * rule whether it is visible at once or waits for an agent. What was already set apart stays so.
 */
export const registerContent = async (world: AnyWorld, published: Published): Promise<Moderated> => {
  const before = await known(world, published)
  await keep(world, published)
  if (before.state !== null && before.state !== 'visible')
    return (await moderationOf(world.db, world.body.id, [published.subject])).get(published.subject)
  const signals = signalsOf(
    {
      text: published.text,
      isKnown: world.actor.roles.has('verified') || isReadAtTheDesk(world),
      isTownHall: isTownHall(world.actor),
      alreadyVisible: before.others + (before.state === 'visible' ? 1 : 0),
      twins: before.twins,
      hasNoAccount: published.authorId === null,
      readFirst: published.readFirst ?? false,
    },
    await moderationSettingsOf(world),
  )
  if (signals.length === 0) return visible
  await hold(world, published, signals)
  return (await moderationOf(world.db, world.body.id, [published.subject])).get(published.subject)
}

// Whoever keys in a paper form has read it.
const isReadAtTheDesk = ({ actor }: AnyWorld) => actor.onBehalf !== null && actor.onBehalf.channel !== 'guardian'

const known = async (world: AnyWorld, { subject, authorId, text }: Published) => {
  const body = world.body.id
  const { rows } = await sql<{ state: Moderated['state'] | null; others: number; twins: number }>`
    select
      (select state from moderation.content where body_id = ${body} and subject = ${subject}) as state,
      (select count(*)::int from (select from moderation.content
        where body_id = ${body} and author_id = ${authorId}::uuid and subject <> ${subject} and state = 'visible' limit 50) seen) as others,
      (select count(*)::int from (select from moderation.content
        where body_id = ${body} and fingerprint = ${fingerprint(text)} and author_id = ${authorId}::uuid and subject <> ${subject}
          and registered_at > ${world.now}::timestamptz - interval '7 days' limit 100) copies) as twins`.execute(world.db)
  return rows[0] ?? { state: null, others: 0, twins: 0 }
}

const keep = (world: AnyWorld, { subject, authorId, text, url }: Published) =>
  sql`insert into moderation.content (body_id, subject, author_id, url, extract, fingerprint, state, registered_at)
    values (${world.body.id}, ${subject}, ${authorId}::uuid, ${url}, ${text.slice(0, 1000).toWellFormed()}, ${fingerprint(text)}, 'visible', ${world.now})
    on conflict (body_id, subject) do update set extract = excluded.extract, fingerprint = excluded.fingerprint, url = excluded.url`.execute(
    world.db,
  )

const fingerprint = (text: string) => sql`sha256(convert_to(${normalised(text)}, 'UTF8'))`

const hold = async (world: AnyWorld, { subject, authorId, url }: Published, signals: readonly Signal[]) => {
  const body = world.body.id
  await sql`
    with decided as (
      insert into moderation.decision (body_id, subject, act, signals, decided_at)
      values (${body}, ${subject}, 'held', ${[...signals]}::text[], ${world.now}) returning subject
    )
    update moderation.content c set state = 'held' from decided where c.body_id = ${body} and c.subject = decided.subject`.execute(world.db)
  await record(world, `${kindOf(subject)}.held`, { subject, content: { author: authorId, url, signals } })
}
