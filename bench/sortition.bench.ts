import { sortition, type SortitionInput } from '#engines/sortition'

/** How long the fairest lottery takes on invented pools, and what is certified when it is stopped: `SECONDS=600` for the last one. */
export const run = async () => {
  for (const [people, size, categories, seconds] of [
    [150, 22, 4, 60],
    [360, 30, 5, 120],
    [500, 75, 5, 120],
    [1727, 110, 7, Number(process.env['SECONDS'] ?? 120)],
  ] as const) {
    const began = performance.now()
    const processor = process.cpuUsage()
    const result = await sortition(pool(people, size, 4, categories), { seconds })
    const { user } = process.cpuUsage(processor)
    const took = { seconds: (performance.now() - began) / 1000, processorSeconds: user / 1e6 }
    const facts = result.ok
      ? { minimum: result.minimum, bound: result.certificate.bound, complete: result.certificate.complete }
      : 'infeasible'
    console.log(JSON.stringify({ people, size, categories, ...took, facts }))
  }
}

/** Volunteers who resemble the town badly, quotas that ask for the town to within one seat. */
const pool = (people: number, size: number, seed: number, categories: number): SortitionInput => {
  const luck = lots(seed)
  const dimensions = [2, 4, 5, 3, 6, 4, 8].slice(0, categories).map((many, category) => {
    const weights = Array.from({ length: many }, () => 0.4 + luck())
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const town = weights.map(weight => weight / total)
    return { category: `c${category}`, town, volunteers: town.map(share => share * Math.exp((luck() - 0.5) * 2.2)) }
  })
  const drawn = (weights: readonly number[]) => {
    let left = luck() * weights.reduce((sum, weight) => sum + weight, 0)
    const at = weights.findIndex(weight => (left -= weight) < 0)
    return `f${at < 0 ? weights.length - 1 : at}`
  }
  return {
    size,
    quotas: dimensions.flatMap(({ category, town }) =>
      town.map((share, feature) => ({ category, feature: `f${feature}`, min: Math.floor(share * size), max: Math.ceil(share * size) })),
    ),
    respondents: Array.from({ length: people }, (_, at) => ({
      id: String(at + 1),
      features: Object.fromEntries(dimensions.map(({ category, volunteers }) => [category, drawn(volunteers)])),
    })),
  }
}

/** Between 0 and 1, the same at each run (Numerical Recipes' generator). */
const lots = (seed: number) => () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
