import { compareIds } from './compareIds.ts'

/** Small whole numbers find their place in a plain table, which is much faster than a hash of texts. */
const smallest = 1 << 12
const largest = 1 << 22

/** Gives each identifier a place, in order of arrival: 0, 1, 2… */
export type Identifiers = {
  placeOf(id: string): number
  /** The same for an identifier that is the whole number `id`, written plainly, below 2³¹. */
  placeOfNumber(id: number): number
  /** In ascending order, and for each place of arrival its place in that order. */
  ranked(): { ids: string[]; rankOf: Uint32Array }
}

export const identifiers = (): Identifiers => {
  const ids: string[] = []
  const byText = new Map<string, number>()
  let byNumber = new Int32Array(smallest).fill(-1)

  const placeOfText = (id: string) => {
    const known = byText.get(id)
    if (known !== undefined) return known
    byText.set(id, ids.length)
    return ids.push(id) - 1
  }
  const placeOfNumber = (id: number) => {
    if (id >= largest) return placeOfText(String(id))
    if (id >= byNumber.length) byNumber = longer(byNumber, id)
    const known = byNumber[id]!
    if (known >= 0) return known
    byNumber[id] = ids.length
    return ids.push(String(id)) - 1
  }
  return {
    placeOfNumber,
    placeOf: id => {
      const number = plainNumber(id)
      return number < 0 ? placeOfText(id) : placeOfNumber(number)
    },
    ranked: () => {
      const order = ids.map((_, place) => place).sort((left, right) => compareIds(ids[left]!, ids[right]!))
      const rankOf = new Uint32Array(ids.length)
      for (let rank = 0; rank < order.length; rank++) rankOf[order[rank]!] = rank
      return { ids: order.map(place => ids[place]!), rankOf }
    },
  }
}

const longer = (table: Int32Array<ArrayBuffer>, id: number) => {
  const wider = new Int32Array(Math.min(largest, 2 ** Math.ceil(Math.log2(id + 1)))).fill(-1)
  wider.set(table)
  return wider
}

/** The number that `id` writes plainly (no sign, no leading zero, at most nine digits), or −1. */
const plainNumber = (id: string): number => {
  if (id.length === 0 || id.length > 9) return -1
  let number = 0
  for (let place = 0; place < id.length; place++) {
    const digit = id.charCodeAt(place) - 48
    if (digit < 0 || digit > 9 || (digit === 0 && place === 0 && id.length > 1)) return -1
    number = number * 10 + digit
  }
  return number
}
