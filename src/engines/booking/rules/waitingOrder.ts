/** Somebody who waits, as everybody may see them. */
export interface Waiting {
  readonly id: string
  readonly pseudonym: string
  readonly priority: number
  /** Instant, ISO 8601. */
  readonly askedAt: string
  readonly places: number
}
export interface Ranked extends Waiting {
  readonly rank: number
  /** Why here: a published priority, or only the order of asking. */
  readonly because: 'priority' | 'order'
}

/** The public order: priority first (0 before 1), then the instant of asking, then the number. Total, so that nobody chooses. */
export const waitingOrder = (waiting: readonly Waiting[]): readonly Ranked[] => {
  const usual = waiting.reduce((most, one) => Math.max(most, one.priority), 0)
  return waiting
    .toSorted(
      (a, b) =>
        a.priority - b.priority || (a.askedAt < b.askedAt ? -1 : a.askedAt > b.askedAt ? 1 : 0) || (BigInt(a.id) < BigInt(b.id) ? -1 : 1),
    )
    .map((one, at) => ({ ...one, rank: at + 1, because: one.priority < usual ? 'priority' : 'order' }))
}
