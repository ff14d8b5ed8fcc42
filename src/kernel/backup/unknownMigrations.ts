import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { MigratedRoom } from '#kernel/db'
import type { Manifest } from './manifest.ts'

/** Migrations an archive went through that this version does not have, or has otherwise. */
export const unknownMigrations = async (
  { migrations }: Pick<Manifest, 'migrations'>,
  rooms: readonly MigratedRoom[],
): Promise<string[]> => {
  const unknown: string[] = []
  for (const { room, name, digest } of migrations) {
    const folder = rooms.find(one => one.id === room)?.migrations
    const text = folder && (await readFile(new URL(name, folder), 'utf8').catch(() => null))
    if (!text || createHash('sha256').update(text).digest('hex') !== digest) unknown.push(`${room}/${name}`)
  }
  return unknown
}
