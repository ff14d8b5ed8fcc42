import { z } from 'zod'
import { type Db, sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { Because } from './rules.ts'
import type { FollowingTables } from './tables.ts'

export interface Notification {
  readonly id: string
  readonly subject: string
  readonly title: string
  readonly url: string
  readonly what: { readonly fr: string; readonly en: string }
  readonly because: Because
  readonly happenedAt: string
  readonly isRead: boolean
}
export const What = z.object({ fr: z.string(), en: z.string() })

const tables = (world: Pick<AnyWorld, 'db'>) => world.db as unknown as Db<FollowingTables> // an engine called with its caller's world

/** What the person was told, newest first. */
export const notificationsOf = async (
  world: AnyWorld,
  personId: string,
  page: { size: number; start: number },
): Promise<readonly Notification[]> => {
  const rows = await tables(world)
    .selectFrom('following.notification')
    .select(['id', 'subject', 'title', 'url', 'what', 'because', 'happened_at as happenedAt', 'read_at'])
    .where('body_id', '=', world.body.id)
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(page.size)
    .offset(page.start)
    .execute()
  return rows.map(({ read_at, what, ...row }) => ({ ...row, what: What.parse(what), isRead: read_at !== null }))
}

/** How many the person has not seen yet; counts no further than 100. */
export const unreadCount = async (world: Pick<AnyWorld, 'db' | 'body'>, personId: string): Promise<number> => {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from (select from following.notification
      where body_id = ${world.body.id} and person_id = ${personId} and read_at is null limit 100) as unseen`.execute(world.db)
  return rows[0]?.unread ?? 0
}

/** The person has seen the notifications up to this one. */
export const markRead = async (world: AnyWorld, personId: string, upTo: string): Promise<void> => {
  await tables(world)
    .updateTable('following.notification')
    .set({ read_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('person_id', '=', personId)
    .where('id', '<=', upTo)
    .where('read_at', 'is', null)
    .execute()
}

/** One notification of that person, marked as seen; undefined when there is none. */
export const notificationAt = async (world: AnyWorld, personId: string, id: string): Promise<{ readonly url: string } | undefined> => {
  const found = await tables(world)
    .selectFrom('following.notification')
    .select('url')
    .where('body_id', '=', world.body.id)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  await tables(world)
    .updateTable('following.notification')
    .set({ read_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .execute()
  return found
}
