import { allowed, refused } from '#kernel/rules'

export const attemptsAllowed = 5
export const daysOfALetter = 45

/** As it was meant, however it was typed: `k7rm 2qxd` and `K7RM-2QXD` are one; O is 0, I and L are 1. */
export const readableCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')

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
