import { Readable } from 'node:stream'
import type { Db } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { storage } from './storage.ts'
import type { FilesTables } from './tables.ts'

/**
 * Answers with a stored file, or null when there is none. The caller has decided that this person may read it.
 * Only images are shown in the page; everything else is kept on the reader's machine, and nothing in it can run here.
 * @param options.purpose the file must have been stored for this
 * @param options.heldBy the body that stored it, when it is shared under an agreement; otherwise this one
 * @param options.known the request's `If-None-Match`
 */
export const fileResponse = async (
  world: AnyWorld,
  id: string,
  options: { purpose: string; open?: boolean; known?: string | undefined; heldBy?: number },
): Promise<Response | null> => {
  const file = await (world.db as unknown as Db<FilesTables>) // the kernel's own table
    .selectFrom('files.file')
    .selectAll()
    .where('body_id', '=', options.heldBy ?? world.body.id)
    .where('id', '=', id)
    .where('purpose', '=', options.purpose)
    .executeTakeFirst()
  if (!file) return null
  const headers = fileHeaders({
    name: file.name,
    mediaType: file.media_type,
    sha256: file.sha256.toString('base64url'),
    open: options.open ?? false,
  })
  if (options.known === headers['ETag']) return new Response(null, { status: 304, headers })
  const bytes = Readable.toWeb(await storage().getStream(file.key)) as ReadableStream<Uint8Array> // Node's and the web's type of the same stream
  return new Response(bytes, { headers: { ...headers, 'Content-Length': String(file.size) } })
}

/** Headers that keep a file from being taken for something else, or from doing anything. `open` files may be cached by anyone. */
export const fileHeaders = (file: { name: string; mediaType: string; sha256: string; open: boolean }): Record<string, string> => ({
  'Content-Type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
  'Content-Disposition': `${file.mediaType.startsWith('image/') ? 'inline' : 'attachment'}; filename="${plain(file.name)}"; filename*=UTF-8''${encoded(file.name)}`,
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': file.open ? 'public, max-age=31536000, immutable' : 'private, no-cache',
  ETag: `"${file.sha256}"`,
})

const plain = (name: string) => name.normalize('NFD').replace(/[^\w .-]/g, '')
const encoded = (name: string) => encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
