import { sortition, type SortitionInput } from '#engines/sortition'
import { likeAssembly, unlikeTown } from './assemblyPools.ts'

/** Sizes of assemblies that were held (Flanigan et al. 2021, table 1): people, panel, categories. */
const assemblies = [
  [70, 24, 5],
  [150, 22, 6],
  [161, 44, 7],
  [239, 30, 7],
  [250, 20, 6],
  [312, 35, 6],
  [321, 30, 8],
  [342, 170, 5],
  [360, 30, 7],
  [404, 40, 6],
  [825, 75, 4],
] as const

/**
 * How long the fairest lottery takes on invented pools, and what is certified when it is stopped (`SECONDS=600` for the last one).
 * Where no panel keeps the quotas, the smallest loosening is accepted first, as organisers do.
 */
export const run = async () => {
  for (const [people, size, categories] of assemblies)
    for (const exact of [false, true])
      await measure(
        `assembly ${people} → ${size}${exact ? ', to the seat' : ''}`,
        likeAssembly(people, size, people, categories, exact),
        120,
      )
  for (const [people, size, seed, categories, seconds] of [
    [150, 22, 4, 6, 60],
    [150, 22, 5, 6, 60],
    [360, 30, 6, 6, 120],
    [360, 30, 4, 7, 120],
    [500, 75, 4, 5, 120],
    [1727, 110, 4, 7, Number(process.env['SECONDS'] ?? 120)],
  ] as const)
    await measure(`${people} → ${size}, ${categories} categories, seed ${seed}`, unlikeTown(people, size, seed, categories), seconds)
}

const measure = async (pool: string, input: SortitionInput, seconds: number, loosened = 0): Promise<void> => {
  const began = performance.now()
  const processor = process.cpuUsage()
  const result = await sortition(input, { seconds })
  const { user, system } = process.cpuUsage(processor)
  if (!result.ok) {
    if (!result.relaxation || loosened > 0) return console.log(JSON.stringify({ pool, facts: 'infeasible' }))
    const changed = new Map(result.relaxation.quotas.map(({ quota, min, max }) => [`${quota.category} ${quota.feature}`, { min, max }]))
    const quotas = input.quotas.map(quota => ({ ...quota, ...changed.get(`${quota.category} ${quota.feature}`) }))
    return measure(pool, { ...input, quotas }, seconds, result.relaxation.changes)
  }
  const { minimum, certificate, panels } = result
  const possible = result.probabilities.filter(probability => probability > 1e-7)
  console.log(
    JSON.stringify({
      pool,
      ...(loosened > 0 && { loosened }),
      seconds: (performance.now() - began) / 1000,
      processorSeconds: (user + system) / 1e6,
      minimum,
      leastOfPossible: Math.min(...possible),
      impossible: result.probabilities.length - possible.length,
      bound: certificate.bound,
      complete: certificate.complete,
      stages: certificate.stages.length,
      cuts: certificate.cuts.length,
      panels: panels.length,
    }),
  )
}
