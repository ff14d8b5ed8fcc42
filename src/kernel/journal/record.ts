import { createHmac, randomBytes } from 'node:crypto'
import { type AnyDb, sql } from '#kernel/db'
import type { Actor } from '#kernel/people'

export interface JournalTables {
  'journal.entry': { body_id: number; id: string; at: string; event: string; subject: string; digest: Buffer }
  'journal.content': {
    body_id: number
    entry_id: string
    salt: Buffer
    person_id: string | null
    keyed_by: string | null
    channel: string
    form: string | null
    data: unknown
  }
  'journal.pending': { body_id: number; entry_id: string }
  'journal.link': { body_id: number; position: string; entry_id: string; digest: Buffer; sealed_at: string }
  'journal.consumer': { body_id: number; name: string; position: string }
  'journal.failure': { body_id: number; consumer: string; position: string; reason: string }
}

/** The world in which something happened; a request's `c.var` is one. */
export interface Recorded {
  readonly db: AnyDb
  readonly body: { readonly id: number }
  readonly actor: Actor
  readonly now: string
  readonly journalKey: Buffer
}

/**
 * Writes one line of the journal in the current transaction. It is also the event that other services may consume.
 * @param event a past participle after its object: `measure.supported`
 * @param what.subject what it is about, `measure:3`
 * @param what.content what an auditor, or the consumer of the event, must know; erased with the person
 */
export const record = async (world: Recorded, event: string, what: { subject: string; content?: Record<string, unknown> }) => {
  const row = eventKey(world, event, what)
  await sql`
    with entry as (
      insert into journal.entry (body_id, at, event, subject, digest)
      values (${row.body}, ${row.at}, ${row.event}, ${row.subject}, ${row.digest}) returning body_id, id
    ), content as (
      insert into journal.content (body_id, entry_id, salt, person_id, keyed_by, channel, form, data)
      select body_id, id, ${row.salt}, ${row.person}, ${row.keyedBy}, ${row.channel}, ${row.form}, ${row.data}::jsonb from entry
    )
    insert into journal.pending (body_id, entry_id) select body_id, id from entry`.execute(world.db)
}

/** The values of a journal line, for a caller that writes it inside a larger statement. */
export const eventKey = (world: Omit<Recorded, 'db'>, event: string, what: { subject: string; content?: Record<string, unknown> }) => {
  const { actor } = world
  const salt = randomBytes(16)
  const content = {
    person: actor.personId,
    keyedBy: actor.onBehalf?.keyedBy ?? null,
    channel: actor.onBehalf?.channel ?? 'screen',
    form: actor.onBehalf?.form ?? null,
    data: JSON.stringify(what.content ?? {}),
  }
  const digest = contentDigest(world.journalKey, salt, content)
  return { body: world.body.id, at: world.now, event, subject: what.subject, salt, digest, ...content }
}

/** Keyed digest of what is personal: with the salt erased, nobody can try guesses against it. */
export const contentDigest = (
  key: Buffer,
  salt: Buffer,
  content: { person: string | null; keyedBy: string | null; channel: string; form: string | null; data: string },
): Buffer =>
  createHmac('sha256', key)
    .update(salt)
    .update(JSON.stringify([content.person, content.keyedBy, content.channel, content.form, canonical(JSON.parse(content.data))]))
    .digest()

// jsonb does not keep the order of keys.
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => [key, canonical(held)])
}
