import type { Variable } from '../compile.ts'
import { answered, type Figure, keyOf, type TableOfFigures, variableNamed } from '../figures.ts'

type Count = (on: Figure['on']) => { readonly count: number }

/**
 * Every figure of the tables. In a crossing a figure is sensitive under the threshold, zero included (it says what nobody of a
 * group answered), unless a zero already public says so. Of a multiple choice, "did not choose it" is as sensitive. Elsewhere a
 * zero is shown.
 */
export const figuresOf = (
  tables: readonly TableOfFigures[],
  variables: ReadonlyMap<string, Variable>,
  count: Count,
  threshold: number,
): readonly Figure[] => {
  const few = (people: number) => people > 0 && people < threshold
  const figure = (table: string, on: Figure['on'], sensitive: (people: number) => boolean, shown = true): Figure => {
    const people = count(on).count
    return { id: `${keyOf(table, on)}${shown ? '' : ' not'}`, table, shown, on, count: people, sensitive: sensitive(people) }
  }
  const everyone = (id: string) => ({ variable: id, within: answered(variableNamed(variables, id)) })
  const without = (id: string, within: readonly boolean[]) => {
    const all = everyone(id)
    return { variable: id, within: all.within.map((answer, at) => answer && !within[at]) }
  }

  return tables.flatMap(({ id, question, by, rows, columns }) => {
    const row = (within: readonly boolean[]) => ({ variable: question, within })
    if (by === null) return [everyone(question), ...rows.map(({ within }) => row(within))].map(on => figure(id, [on], few))
    const column = (within: readonly boolean[]) => ({ variable: by, within })
    const several = variableNamed(variables, question).column.kind === 'multiple'
    const bases = columns.map(({ within }) => figure(id, [everyone(question), column(within)], few))
    const totals = rows.map(({ within }) => figure(id, [row(within), everyone(by)], few))
    const cells = rows.flatMap(({ within }) =>
      columns.flatMap((group, at) => {
        const nobody = bases[at]?.count === 0 || count([row(within)]).count === 0
        const everybody = count([without(question, within)]).count === 0
        const cell = figure(id, [row(within), column(group.within)], people => !nobody && people < threshold)
        const others = figure(
          id,
          [without(question, within), column(group.within)],
          people => bases[at]?.count !== 0 && !everybody && people < threshold,
          false,
        )
        return several ? [cell, others] : [cell]
      }),
    )
    return [...bases, ...totals, ...cells]
  })
}
