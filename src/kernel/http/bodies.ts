import { type BodyTables, type Database, type Db, sql } from '#kernel/db'
import type { Clock } from '#kernel/clock'
import type { Body } from '#kernel/world'

/** The public bodies of this instance, by host name. */
export interface Bodies {
  of(host: string): Promise<Body | null>
}

const freshFor = 5000

/**
 * Reads the bodies once every few seconds. A body without a host of its own answers at the instance's address; a host that
 * nobody announced is served in a demonstration, and in production only while there is one body and no address was given.
 */
export const readBodies = (
  database: Database,
  clock: Clock,
  instance: { readonly url: string; readonly mode: 'demonstration' | 'production' },
): Bodies => {
  const home = new URL(instance.url).hostname
  let known: { at: number; list: readonly (Body & { host: string | null })[] } | null = null
  return {
    async of(host) {
      const now = clock().getTime()
      if (!known || Math.abs(now - known.at) > freshFor || known.list.length === 0) known = { at: now, list: await everyBody(database) }
      const name = host.replace(/:\d+$/, '')
      const { list } = known
      const named = list.find(one => one.host === host || one.host === name) ?? list.find(one => name === `${one.slug}.localhost`)
      const isServed = instance.mode === 'demonstration' || name === home || (home === 'localhost' && list.length === 1)
      return named ?? (isServed ? list.find(one => one.host === null) : undefined) ?? null
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
