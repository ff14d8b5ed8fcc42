/** Heights in letters, so that the drawing grows with the text. */
const height = 11
const top = 2
const bottom = 10.4

/** Where values stand, in letters from the top. A scale that starts above a value is lowered to it. */
export const plotOf = (values: readonly (number | null)[], target: number | null, from: number) => {
  const known = [...values, target].filter(value => value !== null)
  const lowest = Math.min(from, ...known)
  const highest = Math.max(lowest + Number.EPSILON, ...known)
  const span = highest > lowest ? highest - lowest : 1
  return { height, bottom, down: (value: number) => round(bottom - ((value - lowest) / span) * (bottom - top)) }
}

/** Where the nth of so many points stands, in percents of the width, with room for its words. */
export const placed = (at: number, points: number): number => (points < 2 ? 50 : round(8 + (84 * at) / (points - 1)))

/** The points whose value is written: all when there are few, otherwise the ends, the highest and the lowest. */
export const wordsAt = (values: readonly (number | null)[]): ReadonlySet<number> => {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]))
  if (values.length <= 6) return new Set(known.map(({ at }) => at))
  const sorted = known.toSorted((a, b) => a.value - b.value || a.at - b.at)
  const chosen = [known[0], known.at(-1), sorted[0], sorted.at(-1)].flatMap(point => (point ? [point.at] : []))
  // Two values written side by side would cover one another: the ends win.
  return new Set(chosen.filter((at, n) => n < 2 || chosen.slice(0, 2).every(end => Math.abs(end - at) * (84 / (values.length - 1)) >= 12)))
}

const round = (value: number) => Math.round(value * 100) / 100
