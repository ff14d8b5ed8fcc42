/**
 * The longest run of numbers that rise from left to right: what can be said to have stayed in order.
 * Among runs of one length, the one found by always keeping the smallest end. The numbers differ from one another.
 */
export const longestRise = (numbers: readonly number[]): ReadonlySet<number> => {
  const ends: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const number of numbers) {
    const place = ends.findIndex(end => end > number)
    const length = place === -1 ? ends.length : place
    ends[length] = number
    previous.set(number, ends[length - 1])
  }
  const rise = new Set<number>()
  for (let number = ends.at(-1); number !== undefined; number = previous.get(number)) rise.add(number)
  return rise
}
