/** Up to so many people, everyone counts in the search for groups; beyond, a sample of as many. */
export const sampleSize = 2_000

/**
 * The places of at most `sampleSize` identifiers, ascending: those whose hash (FNV-1a of the UTF-16 code units) is smallest,
 * the first at equal hash. One person more or less changes at most one place of the sample, and nothing is left to luck.
 */
export const sample = (ids: readonly string[]): number[] => {
  const places = ids.map((_, place) => place)
  if (ids.length <= sampleSize) return places
  const hashes = ids.map(hash)
  return places
    .sort((left, right) => hashes[left]! - hashes[right]! || left - right)
    .slice(0, sampleSize)
    .sort((left, right) => left - right)
}

const hash = (id: string) => {
  let value = 0x811c9dc5
  for (let place = 0; place < id.length; place++) value = Math.imul(value ^ id.charCodeAt(place), 0x01000193)
  return mixed(value)
}

/** Spreads what differs in the last characters over all the bits (Murmur3's last step). */
const mixed = (value: number) => {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}
