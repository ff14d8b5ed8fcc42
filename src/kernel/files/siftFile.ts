import { fileTypeFromBuffer } from 'file-type'
import { cleanImage } from './cleanImage.ts'
import { readText } from './readText.ts'

export type FileRefusal = 'empty' | 'too-large' | 'type-not-allowed' | 'unreadable'
/** What will be kept: bytes that were checked and, for images, drawn anew; the extension says what they are. */
export interface Sifted {
  readonly ok: true
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
}

/** Largest file taken, in bytes. */
export const largestFile = 20 * 1024 * 1024

const images: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']
// Formats without macros; SVG and HTML are programs, so they are not here.
const documents: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
}
const texts: Readonly<Record<string, string>> = { csv: 'text/csv', txt: 'text/plain', md: 'text/markdown' }

/** Decides on the content, never on what the browser or the name claims. */
export const siftFile = async (file: { bytes: Uint8Array; name: string }): Promise<Sifted | { ok: false; because: FileRefusal }> => {
  if (file.bytes.length === 0) return { ok: false, because: 'empty' }
  if (file.bytes.length > largestFile) return { ok: false, because: 'too-large' }
  const found = await fileTypeFromBuffer(file.bytes).catch(() => undefined)
  if (found && images.includes(found.mime)) {
    const image = await cleanImage(file.bytes, found.mime)
    return image ? { ok: true, ...image, name: fileName(file.name, image.extension) } : { ok: false, because: 'unreadable' }
  }
  const document = found && documents[found.mime]
  if (found && document) return { ok: true, bytes: file.bytes, mediaType: found.mime, name: fileName(file.name, document) }
  const extension = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const text = texts[extension]
  if (found || !text) return { ok: false, because: 'type-not-allowed' }
  const bytes = readText(file.bytes)
  return bytes ? { ok: true, bytes, mediaType: text, name: fileName(file.name, extension) } : { ok: false, because: 'unreadable' }
}

/** A name without folders or characters that systems refuse, ending in the extension of what the file really is. */
export const fileName = (claimed: string, extension: string): string => {
  const stem = (claimed.toWellFormed().split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .replace(/^[\s.-]+|[\s.-]+$/g, '')
  return `${[...stem].slice(0, 80).join('') || 'fichier'}.${extension}`
}
