import { compile } from './compile.ts'
import { counter, wantedTables } from './figures.ts'
import { fill } from './fill.ts'
import { designEffectOf } from './rules/intervals.ts'
import type { Microdata, Plan, Publication } from './types.ts'

/**
 * Every table of the plan with nothing hidden: for those who keep the answers, never for publication (see `publish`).
 * Throws when answers and categories disagree.
 */
export const tabulate = (microdata: Microdata, plan: Plan): Publication => {
  const compiled = compile(microdata)
  const present = presentRows(microdata)
  const count = counter(compiled, microdata.weights, present)
  const weighted = microdata.weights !== undefined
  const designEffect = designEffectOfRows(microdata)
  const tables = wantedTables(compiled, plan).map(table => fill(table, count, compiled, { plan, designEffect, weighted }))
  return { respondents: count([]).count, threshold: plan.threshold, weighted, designEffect, tables, withheld: [] }
}

/** Rows that count today; null when all do. */
export const presentRows = ({ left }: Microdata): readonly boolean[] | null => left?.map(gone => !gone) ?? null
export const designEffectOfRows = ({ weights, left }: Microdata): number =>
  weights ? designEffectOf(weights.filter((_, row) => !left?.[row])) : 1
