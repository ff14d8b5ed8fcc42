import { createHmac, randomBytes } from 'node:crypto'
import { allowed, refused } from '#kernel/service'

/** Crockford's alphabet: nothing that a hand or an eye confuses. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const attemptsAllowed = 5
export const daysOfALetter = 45

/** Eight symbols drawn by lot, forty bits: `K7RM-2QXD`. */
export const drawCode = (): string => {
  const drawn = [...randomBytes(8)].map(byte => alphabet[byte % 32]).join('')
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`
}

/** What is kept of a code: without the key of the instance, nobody can try codes against it. */
export const codeDigest = (key: Buffer, code: string): Buffer => createHmac('sha256', key).update(`posted code ${readableCode(code)}`).digest()

/** As it was meant, however it was typed: `k7rm 2qxd` and `K7RM-2QXD` are one; O is 0, I and L are 1. */
export const readableCode = (typed: string): string =>
  typed.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[^0-9A-Z]/g, '')

/** A code is tried against the letter that this person was sent. */
export const canUseCode = (letter: Tried, today: string) => {
  if (!letter.printed) return refused('not-printed')
  if (letter.expiresOn !== null && letter.expiresOn < today) return refused('expired')
  if (letter.attempts >= attemptsAllowed) return refused('too-many')
  if (!letter.matches) return refused('wrong')
  return allowed
}
export interface Tried {
  readonly printed: boolean
  /** Last day of the code, included. */
  readonly expiresOn: string | null
  /** Wrong codes tried before this one. */
  readonly attempts: number
  readonly matches: boolean
}
