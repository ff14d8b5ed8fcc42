import type { SortitionInput } from '#engines/sortition'

/** Between 0 and 1, the same at each run (Numerical Recipes' generator). */
export const lots = (seed: number) => () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32

/** Volunteers who resemble the town badly, each trait on its own, quotas that ask for the town to within one seat. */
export const unlikeTown = (people: number, size: number, seed: number, categories: number): SortitionInput => {
  const luck = lots(seed)
  const dimensions = [2, 4, 5, 3, 6, 4, 8].slice(0, categories).map((many, category) => {
    const weights = Array.from({ length: many }, () => 0.4 + luck())
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const town = weights.map(weight => weight / total)
    return { category: `c${category}`, town, volunteers: town.map(share => share * Math.exp((luck() - 0.5) * 2.2)) }
  })
  return {
    size,
    quotas: dimensions.flatMap(({ category, town }) =>
      town.map((share, feature) => ({ category, feature: `f${feature}`, min: Math.floor(share * size), max: Math.ceil(share * size) })),
    ),
    respondents: Array.from({ length: people }, (_, at) => ({
      id: String(at + 1),
      features: Object.fromEntries(dimensions.map(({ category, volunteers }) => [category, `f${drawn(volunteers, luck)}`])),
    })),
  }
}

const traits = [
  ['gender', [0.5, 0.5]],
  ['age', 4],
  ['education', 3],
  ['district', 6],
  ['opinion', 3],
  ['origin', [0.72, 0.14, 0.08, 0.06]],
  ['dwelling', 2],
  ['disability', [0.82, 0.18]],
] as const

/**
 * As real assemblies are: traits go together (two hidden ones press on all), some are rare, volunteers are unlike the town in most,
 * and quotas ask for the town to within one seat, or to the seat (`exact`).
 */
export const likeAssembly = (people: number, size: number, seed: number, categories: number, exact = false): SortitionInput => {
  const luck = lots(seed * 7919 + 13)
  for (let warm = 0; warm < 20; warm++) luck()
  const normal = () => Math.sqrt(-2 * Math.log(1 - luck())) * Math.cos(2 * Math.PI * luck())
  const dimensions = traits.slice(0, categories).map(([category, given]) => {
    const weights = typeof given === 'number' ? Array.from({ length: given }, () => 0.3 + luck()) : [...given]
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const bias = weights.map(() => 1.2 * normal() * (category === 'gender' ? 0.15 : 0.6))
    const pressed = weights.map(() => [normal() * 0.5, normal() * 0.5] as const)
    return { category, town: weights.map(weight => weight / total), bias, pressed }
  })
  const respondents = Array.from({ length: people }, (_, at) => {
    const hidden = [normal(), normal()] as const
    const features = dimensions.map(({ category, town, bias, pressed }) => {
      const weights = town.map((share, f) => share * Math.exp(bias[f]! + pressed[f]![0] * hidden[0] + pressed[f]![1] * hidden[1]))
      return [category, `f${drawn(weights, luck)}`]
    })
    return { id: String(at + 1), features: Object.fromEntries(features) }
  })
  const quotas = dimensions.flatMap(({ category, town }) => {
    const whole = exact ? largestRemainders(town, size) : null
    return town.map((share, f) => {
      const have = respondents.filter(({ features }) => features[category] === `f${f}`).length
      const [min, max] = whole ? [whole[f]!, whole[f]!] : [Math.floor(share * size), Math.ceil(share * size)]
      return { category, feature: `f${f}`, min: Math.min(min, have), max }
    })
  })
  return { size, quotas, respondents }
}

const drawn = (weights: readonly number[], luck: () => number) => {
  let left = luck() * weights.reduce((sum, weight) => sum + weight, 0)
  const at = weights.findIndex(weight => (left -= weight) < 0)
  return at < 0 ? weights.length - 1 : at
}

const largestRemainders = (shares: readonly number[], size: number) => {
  const whole = shares.map(share => Math.floor(share * size))
  const order = shares.map((share, at) => ({ at, rest: share * size - whole[at]! })).toSorted((a, b) => b.rest - a.rest)
  for (const { at } of order.slice(0, size - whole.reduce((sum, seats) => sum + seats, 0))) whole[at]!++
  return whole
}
