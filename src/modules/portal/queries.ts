import type { Db } from '#kernel/db'
import type { JournalTables } from '#kernel/journal'

type Journal = Db<JournalTables>
export interface Link {
  readonly position: string
  readonly digest: string
  readonly sealedAt: string
}

/** The last line of the public chain; undefined while nothing is sealed. */
export const journalHead = async (db: Journal, body: number): Promise<Link | undefined> =>
  readable(await links(db, body).orderBy('position', 'desc').limit(1).executeTakeFirst())

/** The line at that position of the chain, from 1. */
export const journalLink = async (db: Journal, body: number, position: string): Promise<Link | undefined> =>
  readable(await links(db, body).where('position', '=', position).executeTakeFirst())

const links = (db: Journal, body: number) =>
  db.selectFrom('journal.link').select(['position', 'digest', 'sealed_at as sealedAt']).where('body_id', '=', body)

const readable = (row: { position: string; digest: Buffer; sealedAt: string } | undefined): Link | undefined =>
  row && { ...row, digest: row.digest.toString('hex') }
