/**
 * How much two texts have in common, from 0 (no word) to 1 (the same words, in whatever order): Dice's coefficient on
 * lower-case words counted as often as they occur.
 */
export const similarity = (one: string, other: string): number => likeness(countWords(one), countWords(other))

/** The words of a text and how often each occurs, to compare one text with many. */
export const countWords = (text: string): WordCount => {
  const counts = new Map<string, number>()
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, total: words.length }
}

export interface WordCount {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

export const likeness = (one: WordCount, other: WordCount): number => {
  if (one.total + other.total === 0) return 1
  let shared = 0
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0)
  return (2 * shared) / (one.total + other.total)
}
