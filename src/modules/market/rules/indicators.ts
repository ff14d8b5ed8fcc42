/** How many decimetres of pitches nobody stood on, of all: 0 to 1; null without a market day. */
export const vacancyOf = (days: readonly { readonly offered: number; readonly taken: number }[]): number | null => {
  const offered = days.reduce((sum, day) => sum + day.offered, 0)
  const taken = days.reduce((sum, day) => sum + day.taken, 0)
  return offered === 0 ? null : 1 - taken / offered
}
/** Shannon's diversity, H = −Σ p·ln p over the families present: 0 when all sell the same; ln(k) when k families are level. */
export const shannonOf = (counts: readonly number[]): number => {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const terms = counts.filter(count => count > 0).map(count => (count / total) * Math.log(count / total))
  return total === 0 ? 0 : Math.abs(terms.reduce((sum, term) => sum + term, 0))
}
/** Of those there in the latter half of the period, the share who were not there in the former. */
export const rotationOf = (before: ReadonlySet<string>, now: ReadonlySet<string>): number | null =>
  now.size === 0 ? null : [...now].filter(one => !before.has(one)).length / now.size
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
