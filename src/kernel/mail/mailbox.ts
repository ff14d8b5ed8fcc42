import { type Db, sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { MailTables } from './tables.ts'

export interface KeptLetter {
  readonly id: string
  readonly address: string
  readonly subject: string
  readonly text: string
  readonly locale: string
  readonly unsubscribe_url: string | null
  readonly queued_at: string
}

/** The letters of this body, newest first; always empty outside a demonstration, the database sees to it. */
export const mailbox = async (world: AnyWorld, page: { size: number; start: number }): Promise<readonly KeptLetter[]> => {
  const { rows } = await sql<KeptLetter>`
    select id, address, subject, text, locale, unsubscribe_url, queued_at from mail.mailbox()
    order by queued_at desc, id limit ${page.size} offset ${page.start}`.execute(world.db)
  return rows
}

/** One letter of the demonstration, or undefined. */
export const letterIn = async (world: AnyWorld, id: string): Promise<KeptLetter | undefined> => {
  const { rows } = await sql<KeptLetter>`
    select id, address, subject, text, locale, unsubscribe_url, queued_at from mail.mailbox() where id = ${id}`.execute(world.db)
  return rows[0]
}

/** Why an address last refused a letter for good, or undefined when it takes them. */
export const refusalOf = (world: AnyWorld, address: string) =>
  (world.db as unknown as Db<MailTables>) // every world can read refusals
    .selectFrom('mail.refusal')
    .select(['reason', 'refused_at as refusedAt'])
    .where('body_id', '=', world.body.id)
    .where('address', '=', address)
    .executeTakeFirst()
