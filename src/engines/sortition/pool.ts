/** How many of the panel have this feature, both ends included. `flex`: how far the organisers said it could be loosened, if they did. */
export interface Quota {
  readonly category: string
  readonly feature: string
  readonly min: number
  readonly max: number
  readonly minFlex?: number
  readonly maxFlex?: number
}
/** `features`: by category. `address`: people who share one are never in the same panel (empty: shared with nobody). */
export interface Respondent {
  readonly id: string
  readonly features: Readonly<Record<string, string>>
  readonly address?: string
}
export interface SortitionInput {
  readonly quotas: readonly Quota[]
  readonly respondents: readonly Respondent[]
  readonly size: number
}

/** People whom no rule tells apart: same features, and no one at their address unless all of them live there. */
export interface ProfileType {
  /** Indices in `respondents`, by name. */
  readonly people: readonly number[]
  /** Indices in the pool's `quotas` that count them. */
  readonly quotas: readonly number[]
  /** Index of an address where only one may be drawn; -1 when there is none. */
  readonly household: number
}
/** The pool as solvers see it: a panel is `x[t]` people of each type `t`. */
export interface Pool {
  readonly size: number
  readonly quotas: readonly Quota[]
  readonly types: readonly ProfileType[]
  readonly households: number
  readonly people: number
}

const key = (parts: readonly (string | number)[]) => JSON.stringify(parts)

/** By code units: the same everywhere. */
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
/** Who comes first: by name, then as given. */
export const byName = (respondents: readonly Respondent[]): readonly number[] =>
  [...respondents.keys()].toSorted((a, b) => inOrder(respondents[a]!.id, respondents[b]!.id) || a - b)

/**
 * Equal profiles together. Quotas by category then feature, types by what they are, people of a type by name: the order in which
 * they were given changes nothing.
 */
export const poolOf = ({ quotas, respondents, size }: SortitionInput): Pool => {
  const ordered = quotas.toSorted((a, b) => inOrder(a.category, b.category) || inOrder(a.feature, b.feature))
  const categories = [...new Set(ordered.map(({ category }) => category))]
  const quotaAt = new Map(ordered.map(({ category, feature }, at) => [key([category, feature]), at]))
  const addresses = Map.groupBy(respondents, ({ address }) => address?.trim() ?? '')
  const shared = [...addresses].flatMap(([address, people]) => (address !== '' && people.length > 1 ? [address] : []))
  const households = new Map(shared.toSorted(inOrder).map((address, at) => [address, at]))
  const types = new Map<string, { people: number[]; quotas: number[]; household: number }>()
  for (const person of byName(respondents)) {
    const { features, address } = respondents[person]!
    const counted = categories.flatMap(category => quotaAt.get(key([category, features[category] ?? ''])) ?? [])
    const household = households.get(address?.trim() ?? '') ?? -1
    const name = key([...counted, '@', household])
    const type = types.get(name) ?? { people: [], quotas: counted, household }
    type.people.push(person)
    types.set(name, type)
  }
  const inPlace = [...types].toSorted(([a], [b]) => inOrder(a, b)).map(([, type]) => type)
  return { size, quotas: ordered, types: inPlace, households: households.size, people: respondents.length }
}

/** One panel: how many of each type. */
export type TypePanel = Int32Array

/** Does a panel keep every rule? Written apart from the solvers: nothing is published that it refuses. */
export const keepsRules = (pool: Pool, panel: ArrayLike<number>): boolean => {
  const counts = new Int32Array(pool.quotas.length)
  const homes = new Int32Array(pool.households)
  let total = 0
  for (const [type, { people, quotas, household }] of pool.types.entries()) {
    const drawn = panel[type] ?? 0
    if (!Number.isInteger(drawn) || drawn < 0 || drawn > people.length) return false
    total += drawn
    for (const quota of quotas) counts[quota]! += drawn
    if (household >= 0 && (homes[household]! += drawn) > 1) return false
  }
  return total === pool.size && pool.quotas.every(({ min, max }, at) => counts[at]! >= min && counts[at]! <= max)
}
