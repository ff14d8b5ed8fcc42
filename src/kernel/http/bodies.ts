import { type BodyTables, type Database, type Db, sql } from '#kernel/db'
import type { Clock } from '#kernel/clock'
import type { Body } from '#kernel/world'

/** The public bodies of this instance, by host name. */
export interface Bodies {
  of(host: string): Promise<Body | null>
}

const freshFor = 5000

/** Reads the bodies once every few seconds; a host nobody has is the first commune's. */
export const readBodies = (database: Database, clock: Clock): Bodies => {
  let known: { at: number; list: readonly (Body & { host: string | null })[] } | null = null
  return {
    async of(host) {
      const now = clock().getTime()
      if (!known || Math.abs(now - known.at) > freshFor || known.list.length === 0) known = { at: now, list: await everyBody(database) }
      const name = host.replace(/:\d+$/, '')
      const body =
        known.list.find(one => one.host === host || one.host === name) ??
        known.list.find(one => name === `${one.slug}.localhost`) ??
        known.list.find(one => one.host === null) ??
        null
      return body
    },
  }
}

const everyBody = (database: Database) =>
  (database.bare as unknown as Db<BodyTables>) // bodies are public to the instance
    .selectFrom('kernel.body')
    .select(['id', 'slug', 'name', 'kind', 'population', 'arms', 'accent', 'host'])
    .where(sql<boolean>`closed_at is null`)
    .orderBy('id')
    .execute()
