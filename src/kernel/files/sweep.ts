import type { World } from '#kernel/world'
import { storage } from './storage.ts'
import type { FilesTables } from './tables.ts'

const day = 86_400_000

/** Removes the bytes that no row names any more, once they are a day old. Returns how many files were removed. */
export const sweepFiles = async (world: World<FilesTables>): Promise<number> => {
  const known = new Set(await keysOf(world))
  let removed = 0
  for (const key of await storedKeys(world.body.id)) {
    if (known.has(key)) continue
    const { lastModified } = await storage().getMetaData(key)
    if (Date.parse(world.now) - lastModified.getTime() < day) continue
    await storage().delete(key)
    removed += 1
  }
  return removed
}

/** The files whose row is there and whose bytes are not, by name: what `check` reports. */
export const missingFiles = async (world: World<FilesTables>): Promise<readonly string[]> => {
  const rows = await world.db.selectFrom('files.file').select(['key', 'name']).where('body_id', '=', world.body.id).orderBy('id').execute()
  const there = new Set(await storedKeys(world.body.id))
  return rows.filter(row => !there.has(row.key)).map(row => row.name)
}

const keysOf = async ({ db, body }: World<FilesTables>) =>
  (await db.selectFrom('files.file').select('key').where('body_id', '=', body.id).execute()).map(row => row.key)

const storedKeys = async (body: number): Promise<readonly string[]> => {
  const keys: string[] = []
  let paginationToken: string | undefined
  do {
    const listed = await storage()
      .listAll(String(body), paginationToken ? { paginationToken } : {})
      .catch(() => ({ objects: [], paginationToken: undefined })) // no folder before the first file
    for (const object of listed.objects) if (object.isFile) keys.push(object.key)
    paginationToken = listed.paginationToken
  } while (paginationToken)
  return keys
}
