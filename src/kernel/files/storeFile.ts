import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { type FileRefusal, siftFile } from './siftFile.ts'
import { storage } from './storage.ts'
import type { FilesTables } from './tables.ts'

/** A file as its service keeps it in mind. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

/**
 * Checks a file by its content, strips images of their metadata, stores it under a random key and writes its row in the current
 * transaction. If the transaction is undone, the night's sweep removes the bytes.
 * @param file.purpose who keeps it and why: `measures.attachment`
 * @param file.agreement the bodies of this agreement may read it too
 */
export const storeFile = async (
  world: AnyWorld,
  file: { bytes: Uint8Array; name: string; purpose: string; agreement?: number | null },
): Promise<{ ok: true; file: StoredFile } | { ok: false; because: FileRefusal }> => {
  const sifted = await siftFile(file)
  if (!sifted.ok) return sifted
  const key = `${world.body.id}/${randomBytes(24).toString('base64url')}`
  await storage().put(key, sifted.bytes)
  const row = await (world.db as unknown as Db<FilesTables>) // the kernel's own table
    .insertInto('files.file')
    .values({
      body_id: world.body.id,
      key,
      name: sifted.name,
      media_type: sifted.mediaType,
      size: sifted.bytes.length,
      sha256: createHash('sha256').update(sifted.bytes).digest(),
      purpose: file.purpose,
      stored_by: world.actor.personId,
      stored_at: world.now,
      agreement_id: file.agreement ?? null,
    })
    .returning(['id', 'name', 'media_type as mediaType', 'size'])
    .executeTakeFirstOrThrow()
  return { ok: true, file: row }
}

/** Forgets a file; its bytes go with the night's sweep. */
export const forgetFile = async (world: AnyWorld, id: string): Promise<void> => {
  await (world.db as unknown as Db<FilesTables>) // as above
    .deleteFrom('files.file')
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .execute()
}
