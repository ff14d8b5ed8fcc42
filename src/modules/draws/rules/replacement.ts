import { drawOrder } from '#engines/lot'
import type { Quota } from '#engines/sortition'

interface Candidate {
  readonly number: number
  readonly address: string
  readonly features: Readonly<Record<string, string>>
}
export interface Seated {
  /** Numbers of those who sit, in ascending order. */
  readonly members: readonly number[]
  /** Who replaced whom, in the order of refusals; `by` is null when nobody left keeps the quotas. */
  readonly replaced: readonly { readonly number: number; readonly by: number | null }[]
}
interface Asked {
  readonly drawn: readonly number[]
  /** In the order in which they were noted. */
  readonly refusals: readonly number[]
  readonly candidates: readonly Candidate[]
  readonly quotas: readonly Quota[]
  readonly onePerAddress: boolean
  readonly seed: string
}

/**
 * Each who declines is replaced by the first, in an order drawn with the same seed, of those with whom the panel keeps its quotas.
 * The order: a lot among the numbers of all volunteers, its seed followed by "replacement".
 */
export const seated = ({ drawn, refusals, candidates, quotas, onePerAddress, seed }: Asked): Seated => {
  const byNumber = new Map(candidates.map(one => [one.number, one]))
  const order = drawOrder({ inputs: candidates.map(({ number }) => String(number)), seed: `${seed} replacement` }).map(Number)
  const gone = new Set(refusals)
  let members = [...drawn]
  const replaced: { number: number; by: number | null }[] = []
  for (const number of refusals) {
    if (!members.includes(number)) continue
    const others = members.filter(one => one !== number)
    const by = order.find(one => !gone.has(one) && !members.includes(one) && keeps([...others, one]))
    replaced.push({ number, by: by ?? null })
    members = by === undefined ? others : [...others, by]
  }
  return { members: members.toSorted((a, b) => a - b), replaced }

  function keeps(numbers: readonly number[]) {
    const people = numbers.flatMap(number => byNumber.get(number) ?? [])
    const homes = people.map(({ address }) => address).filter(address => address !== '')
    if (onePerAddress && new Set(homes).size < homes.length) return false
    return quotas.every(({ category, feature, min, max }) => {
      const count = people.filter(({ features }) => features[category] === feature).length
      return count <= max && count >= min
    })
  }
}
