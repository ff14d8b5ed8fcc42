import { allowed, refused, type Verdict } from '#kernel/rules'

export type MandateRefusal =
  | 'already-sits'
  | 'no-seat-left'
  | 'mayor-sits'
  | 'rank-held'
  | 'ends-before'
  | 'before-session'
  | 'rank-missing'

interface Held {
  readonly personId: string
  readonly function: string
  readonly rank: number | null
  readonly since: string
  readonly until: string | null
}

/** May this person take a seat? The database refuses the same; this says why. */
export const canHold = (facts: {
  readonly asked: Held
  readonly mandates: readonly Held[]
  /** Members the law gives the council; null when unknown. */
  readonly seats: number | null
  /** The day of the latest session that was held: its members do not change afterwards. */
  readonly lastMetOn: string | null
}): Verdict<MandateRefusal> => {
  const { asked } = facts
  if (asked.until !== null && asked.until < asked.since) return refused('ends-before')
  if (asked.function === 'deputy' && asked.rank === null) return refused('rank-missing')
  const meanwhile = facts.mandates.filter(
    one => (asked.until === null || one.since <= asked.until) && (one.until === null || asked.since <= one.until),
  )
  if (meanwhile.some(one => one.personId === asked.personId)) return refused('already-sits')
  if (asked.function === 'mayor' && meanwhile.some(one => one.function === 'mayor')) return refused('mayor-sits')
  if (asked.rank !== null && meanwhile.some(one => one.rank === asked.rank)) return refused('rank-held')
  const together = meanwhile.filter(one => one.since <= asked.since && (one.until === null || one.until >= asked.since)).length
  if (facts.seats !== null && together >= facts.seats) return refused('no-seat-left')
  return facts.lastMetOn !== null && asked.since <= facts.lastMetOn ? refused('before-session') : allowed
}
