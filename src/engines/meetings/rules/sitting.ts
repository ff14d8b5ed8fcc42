import type { College } from './charter.ts'

/** Someone who sits, in a college, between two days (both included; no end: still sitting). */
export interface Mandate {
  readonly member: string
  readonly college: College
  readonly role: 'chair' | 'secretary' | 'member'
  readonly since: string
  readonly until: string | null
}
/** A member as votes and quorums see one. */
export interface Seat {
  readonly member: string
  readonly college: College
}

/** Those whose mandate runs that day. A person who holds several counts once, by the latest. */
export const sittingOn = (mandates: readonly Mandate[], day: string): readonly Mandate[] => {
  const seats = new Map<string, Mandate>()
  for (const mandate of mandates.filter(one => one.since <= day && (one.until === null || day <= one.until)).toSorted(byStart))
    seats.set(mandate.member, mandate)
  return [...seats.values()]
}

const byStart = (a: Mandate, b: Mandate) => (a.since === b.since ? (a.member < b.member ? -1 : 1) : a.since < b.since ? -1 : 1)
