export interface Counted {
  readonly code: string
  readonly count: number
}
export interface Masked {
  readonly code: string
  /** Null: fewer than the threshold, or hidden so that nobody can work out one that is. */
  readonly count: number | null
}

/**
 * Counts that add up to a total, as they may be published beside it. Those under the threshold are masked, zero like the others; when what
 * is masked is fewer than the threshold in all, one subtraction would tell it, so the smallest count that is left is masked too.
 * Under the threshold, the total itself is null.
 */
export const masked = (
  counts: readonly Counted[],
  threshold: number,
): { readonly total: number | null; readonly counts: readonly Masked[] } => {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total < threshold) return { total: null, counts: counts.map(({ code }) => ({ code, count: null })) }
  const small = counts.filter(({ count }) => count < threshold)
  const sum = small.reduce((so, { count }) => so + count, 0)
  if (sum === 0) return { total, counts }
  const hidden = new Set(small.map(({ code }) => code))
  const next = counts.filter(({ code }) => !hidden.has(code)).toSorted((a, b) => a.count - b.count || (a.code < b.code ? -1 : 1))[0]
  if (sum < threshold && next) hidden.add(next.code)
  return { total, counts: counts.map(({ code, count }) => ({ code, count: hidden.has(code) ? null : count })) }
}

/** Counts of answers of which one record may have several: they add up to nothing published, so each is masked by itself. */
export const maskedEach = (counts: readonly Counted[], threshold: number): readonly Masked[] =>
  counts.map(({ code, count }) => ({ code, count: count < threshold ? null : count }))
