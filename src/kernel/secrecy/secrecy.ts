import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { record } from '#kernel/journal'
import type { World } from '#kernel/world'

/**
 * Encrypts a confidential text for the database: AES-256-GCM under a key of this body that is kept outside the database.
 * @param place where it is kept, `mandates.mandate:3.scope`: a text moved elsewhere no longer opens
 * @returns version (1 byte), nonce (12), tag (16), then the encrypted bytes
 */
export const hideText = (world: Pick<World<any>, 'body' | 'signingKey'>, place: string, text: string): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(world), nonce).setAAD(Buffer.from(place))
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), hidden])
}

/**
 * Decrypts what `hideText` made for the same body and place. Prefer `readConfidential`, which leaves a trace.
 * @throws when it was changed, belongs elsewhere, or the key is another
 */
export const showText = (world: Pick<World<any>, 'body' | 'signingKey'>, place: string, kept: Uint8Array): string => {
  const bytes = Buffer.from(kept)
  if (bytes[0] !== 1 || bytes.length < 29) throw new Error(`What is kept at ${place} is not a confidential text of a known version.`)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(world), bytes.subarray(1, 13)).setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(13, 29))
  return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8')
}

/** Reads a confidential text for someone; the reading itself is a line of the journal, written before the text is returned. */
export const readConfidential = async (world: World<any>, place: string, kept: Uint8Array, reason: string): Promise<string> => {
  await record(world, 'confidential.read', { subject: place, content: { reason } })
  return showText(world, place, kept)
}

const keyOf = (world: Pick<World<any>, 'body' | 'signingKey'>): Buffer =>
  Buffer.from(hkdfSync('sha256', world.signingKey, Buffer.from(world.body.slug), 'yvette confidential records v1', 32))
