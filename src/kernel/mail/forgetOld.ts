import { addDays } from '#kernel/clock'
import type { Db } from '#kernel/db'
import { numberAt, participation } from '#kernel/parameters'
import type { AnyWorld } from '#kernel/world'
import type { MailTables } from './tables.ts'

/** Deletes the letters older than the register of retention says. */
export const forgetOld = async ({ db, body, today }: AnyWorld): Promise<void> => {
  const kept = numberAt(participation, 'retention.mail', today)
  await (db as unknown as Db<MailTables>) // the kernel's own table
    .deleteFrom('mail.message')
    .where('body_id', '=', body.id)
    .where('queued_at', '<', addDays(today, -kept))
    .execute()
}
