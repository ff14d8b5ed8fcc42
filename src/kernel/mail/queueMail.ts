import type { AnyDb, Db } from '#kernel/db'
import type { Locale } from '#kernel/i18n'
import type { World } from '#kernel/world'
import type { MailTables } from './tables.ts'

/** A letter to one address. Plain text first; `html` only repeats it. No tracking, no remote image. */
export interface Letter {
  readonly to: string
  /** The person written to, when known: the letter is erased with them. */
  readonly personId?: string | null
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly locale: Locale
  /** Full address that leaves the list: GET shows a button, POST leaves at once (RFC 8058). */
  readonly unsubscribe?: string
}

/** Writes a letter in the current transaction; a job sends it once the transaction is kept. Returns its id. */
export const queueMail = async (world: Pick<World, 'body' | 'now'> & { readonly db: AnyDb }, letter: Letter): Promise<string> => {
  const id = crypto.randomUUID()
  await (world.db as unknown as Db<MailTables>) // every world can queue a letter
    .insertInto('mail.message')
    .values({
      body_id: world.body.id,
      id,
      person_id: letter.personId ?? null,
      address: letter.to,
      subject: letter.subject.replace(/[ \t\v\f\r\n\u2028\u2029]+/g, ' ').trim(), // one line; non-breaking spaces stay
      text: letter.text,
      html: letter.html ?? null,
      locale: letter.locale,
      unsubscribe_url: letter.unsubscribe ?? null,
      queued_at: world.now,
      due_at: world.now,
    })
    .execute()
  return id
}
