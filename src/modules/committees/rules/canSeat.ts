import { allowed, refused, type Verdict } from '#kernel/rules'
import type { Designation } from './composition.ts'

export type SeatRefusal = 'seat-taken' | 'already-sits' | 'ends-before' | 'before-meeting' | 'ended' | 'no-record'

/** May this person be given this seat from that day? A composition that already met is not rewritten. */
export const canSeat = (facts: {
  /** The seat has a holder on one of those days (or, for a substitute, a substitute). */
  readonly taken: boolean
  /** The person already sits in this committee on one of those days. */
  readonly sits: boolean
  readonly since: string
  readonly until: string | null
  /** Day of the last meeting that was opened, or null. */
  readonly lastMetOn: string | null
  readonly isEnded: boolean
  readonly designation: Designation
  readonly record: string
}): Verdict<SeatRefusal> => {
  if (facts.isEnded) return refused('ended')
  if (facts.until !== null && facts.until < facts.since) return refused('ends-before')
  if (facts.lastMetOn !== null && facts.since <= facts.lastMetOn) return refused('before-meeting')
  if (facts.taken) return refused('seat-taken')
  if (facts.sits) return refused('already-sits')
  return facts.record === '' ? refused('no-record') : allowed
}
