import { expect, test } from 'vitest'
import { keepsRules, type Pool, poolOf } from '../pool.ts'
import { openBranch } from './branch.ts'
import { loadSolver, openModel, panelRows } from './highs.ts'
import { luckOf } from './luck.ts'
import { openNearest } from './nearest.ts'
import { openPricing } from './pricing.ts'
import { openSimplex } from './simplex.ts'

/** A pool of 60 with quotas to within one seat. */
const tight = (luck: () => number): Pool => {
  const categories = [2, 3, 4]
  const respondents = Array.from({ length: 60 }, (_, at) => ({
    id: String(at),
    features: Object.fromEntries(categories.map((many, category) => [`c${category}`, `f${Math.floor(luck() ** 1.3 * many)}`])),
    ...(luck() < 0.2 && { address: `a${Math.floor(luck() * 5)}` }),
  }))
  const quotas = categories.flatMap((many, category) =>
    Array.from({ length: many }, (_, feature) => ({
      category: `c${category}`,
      feature: `f${feature}`,
      min: Math.floor(12 / many),
      max: Math.floor(12 / many) + (many === 4 || feature > 0 ? 0 : 1),
    })),
  )
  return poolOf({ size: 12, quotas, respondents })
}

test('the heaviest panel, divided or whole, is the one that HiGHS finds, whatever was asked before', async () => {
  const highs = await loadSolver()
  const luck = luckOf()
  const seen = new Set<string>()
  for (let round = 0; round < 3; round++) {
    const pool = tight(luck)
    const rows = panelRows(pool)
    const columns = pool.types.map(({ people }) => ({ cost: 0, lower: 0, upper: people.length }))
    const divided = openModel(highs, columns, rows, 'largest')
    const [simplex, branch, pricing] = [openSimplex(pool), openBranch(pool), openPricing(highs, pool)]
    for (let question = 0; question < 6; question++) {
      const weights = Float64Array.from(pool.types, () => (luck() < 0.3 ? 0 : luck() - 0.3))
      simplex.weigh(weights)
      divided.changeColsCost({ kind: 'range', from: 0, to: columns.length - 1 }, weights)
      divided.run()
      const end = simplex.solve()
      seen.add(end)
      expect(end === 'optimal').toBe(divided.getModelStatus() === highs.constants.modelStatus.optimal)
      if (end === 'optimal') expect(simplex.bound()).toBeCloseTo(divided.getObjectiveValue(), 8)
      const found = branch.heaviest(weights)
      const expected = pricing.heaviest(weights, { seconds: 20 })
      expect(found.panel === undefined).toBe(expected.panel === undefined)
      if (!found.panel) continue
      expect(keepsRules(pool, found.panel)).toBe(true)
      expect(found.value).toBeCloseTo(expected.value, 7)
      expect(found.bound).toBeCloseTo(found.value, 7)
      // Nothing heavier than the heaviest, and that is proved.
      expect(branch.heaviest(weights, { above: found.value + 1e-6 })).toMatchObject({ panel: undefined })
    }
    for (const model of [divided, pricing]) model.dispose()
  }
  expect(seen).toContain('optimal')
})

test('what is not a number ends, and proves nothing', () => {
  const pool = tight(luckOf())
  const lost = new Float64Array(pool.types.length).fill(Number.NaN)
  const simplex = openSimplex(pool)
  simplex.weigh(lost)
  expect(['lost', 'none', 'optimal']).toContain(simplex.solve())
  expect(openBranch(pool).heaviest(lost, { nodes: 50 }).bound).toBe(Infinity)
  const nearest = openNearest(Float64Array.of(1, Number.NaN, 1))
  expect(nearest.enter(Int32Array.of(1, 1, 0))).toBe(false)
  expect(openNearest(Float64Array.of(1, 2, 1)).enter(Int32Array.of(0, 1, 0))).toBe(true)
})
