import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import type { Channel } from '../rules/standing.ts'

export interface Mark {
  readonly channel: Channel
  /** Instant, ISO 8601. */
  readonly at: string
}
export type Marked =
  | { readonly ok: true; readonly isNew: boolean; readonly channel: Channel }
  | { readonly ok: false; readonly because: 'already'; readonly channel: Channel; readonly at: string }

/** What may be sent again, to change it: both come through the same form. A sheet or a visit to the station cannot be taken back by itself. */
const electronic: readonly Channel[] = ['screen', 'desk']

/**
 * Marks on the roll that a person did an act, in the caller's transaction: once per act and per person, by primary key. Doing it
 * again on a screen or at the desk is allowed (`isNew` is false); any other second channel is refused. The mark stays locked until
 * the transaction ends, so that nobody revokes it meanwhile.
 * @param mark.act the room and its number: `ballot:12`
 */
export const markAct = async (world: AnyWorld, mark: { act: string; personId: string; channel: Channel }): Promise<Marked> => {
  const { act, personId, channel } = mark
  for (;;) {
    const made = await sql`
      insert into roll.mark (body_id, act, person_id, channel, marked_at, keyed_by)
      values (${world.body.id}, ${act}, ${personId}, ${channel}, ${world.now}, ${keyerOf(world, channel)})
      on conflict do nothing returning 1`.execute(world.db)
    if (made.rows.length > 0) return { ok: true, isNew: true, channel }
    const known = await readMark(world, mark, true)
    if (known === null) continue // revoked between the two statements: it is free again
    const isChange = electronic.includes(channel) && electronic.includes(known.channel)
    return isChange ? { ok: true, isNew: false, channel: known.channel } : { ok: false, because: 'already', ...known }
  }
}

const keyerOf = ({ actor }: AnyWorld, channel: Channel) => actor.onBehalf?.keyedBy ?? (electronic.includes(channel) ? null : actor.personId)

/** The mark of that person for that act, if any. */
export const markOf = (world: AnyWorld, asked: { act: string; personId: string }): Promise<Mark | null> => readMark(world, asked, false)

const readMark = async (world: AnyWorld, { act, personId }: { act: string; personId: string }, locked: boolean) => {
  const { rows } = await sql<Mark>`select channel, marked_at as at from roll.mark
    where body_id = ${world.body.id} and act = ${act} and person_id = ${personId} ${locked ? sql`for update` : sql``}`.execute(world.db)
  return rows[0] ?? null
}

/** Takes a mark away, at the desk, with its reason; the room takes the act itself away in the same transaction. Null when there is none. */
export const revokeAct = async (
  world: AnyWorld,
  revoked: { act: string; personId: string; because: string },
): Promise<{ readonly channel: Channel } | null> => {
  const { rows } = await sql<{ channel: Channel }>`delete from roll.mark
    where body_id = ${world.body.id} and act = ${revoked.act} and person_id = ${revoked.personId} returning channel`.execute(world.db)
  const [found] = rows
  if (!found) return null
  await record(world, 'act.revoked', {
    subject: revoked.act,
    content: { person: revoked.personId, channel: found.channel, because: revoked.because },
  })
  return found
}

/** How many people did that act, by channel: the turnout. */
export const turnoutOf = async (world: AnyWorld, act: string): Promise<Readonly<Record<Channel, number>>> => {
  const { rows } = await sql<{ channel: Channel; n: number }>`
    select channel, count(*)::int as n from roll.mark where body_id = ${world.body.id} and act = ${act} group by channel`.execute(world.db)
  const counts = { screen: 0, desk: 0, paper: 0, station: 0 }
  for (const { channel, n } of rows) counts[channel] = n
  return counts
}

/** Those who did the act through one of these channels, for the room that counts. */
export const markedThrough = async (world: AnyWorld, act: string, channels: readonly Channel[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ person: string }>`select person_id as person from roll.mark
    where body_id = ${world.body.id} and act = ${act} and channel = any(${[...channels]}::text[])`.execute(world.db)
  return new Set(rows.map(row => row.person))
}
