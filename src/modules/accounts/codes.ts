import { createHmac, randomBytes } from 'node:crypto'
import { readableCode } from './rules/postedCode.ts'

/** Crockford's alphabet: nothing that a hand or an eye confuses. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight symbols drawn by lot, forty bits: `K7RM-2QXD`. */
export const drawCode = (): string => {
  const drawn = [...randomBytes(8)].map(byte => alphabet[byte % 32]).join('')
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`
}

/** What is kept of a code: without the key of the instance, nobody can try codes against it. */
export const codeDigest = (key: Buffer, code: string): Buffer =>
  createHmac('sha256', key)
    .update(`posted code ${readableCode(code)}`)
    .digest()
