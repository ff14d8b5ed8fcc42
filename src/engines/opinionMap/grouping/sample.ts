/** Up to so many people, everyone counts in the search for groups; beyond, a sample. */
const everyoneUpTo = 2_000
const sampleSize = 1_000

/**
 * Everyone, or the places of `sampleSize` identifiers, ascending: those whose hash (FNV-1a of the UTF-16 code units) is smallest,
 * the first at equal hash. One person more or less changes at most one place of the sample, and nothing is left to luck.
 */
export const sample = (ids: readonly string[]): number[] => {
  const places = [...ids.keys()]
  if (ids.length <= everyoneUpTo) return places
  const hashes = Uint32Array.from(ids, hash)
  const limit = hashes.slice().sort()[sampleSize - 1]!
  let left = sampleSize - hashes.reduce((below, value) => (value < limit ? below + 1 : below), 0)
  return places.filter(place => hashes[place]! < limit || (hashes[place] === limit && left-- > 0))
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
