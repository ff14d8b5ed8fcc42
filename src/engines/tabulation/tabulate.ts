import { compile } from './compile.ts'
import { answered, counter, type Figure, variableNamed, wantedTables } from './figures.ts'
import { designEffectOf } from './rules/intervals.ts'
import { fill } from './fill.ts'
import type { Microdata, Plan, Publication } from './types.ts'

/**
 * Every table of the plan with nothing hidden: for those who keep the answers, never for publication (see `publish`).
 * Throws when answers and categories disagree.
 */
export const tabulate = (microdata: Microdata, plan: Plan): Publication => {
  const variables = compile(microdata)
  const count = counter(variables, microdata)
  const respondents = [...variables.values()][0]?.patternOf.length ?? 0
  const designEffect = microdata.weights ? designEffectOf(microdata.weights) : 1
  const known = (on: Figure['on']) => count(on)
  const tables = wantedTables(variables, plan).map(table =>
    fill(table, known, id => answered(variableNamed(variables, id)), { plan, designEffect, weighted: microdata.weights !== undefined }),
  )
  return { respondents, threshold: plan.threshold, weighted: microdata.weights !== undefined, designEffect, tables, withheld: [] }
}
