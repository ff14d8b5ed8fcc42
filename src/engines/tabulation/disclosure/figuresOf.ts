import type { Compiled } from '../compile.ts'
import type { Test } from '../variable.ts'
import { type Count, type Figure, keyOf, questionNamed, type TableOfFigures } from '../figures.ts'

/**
 * Every figure of the tables. In a crossing a figure is sensitive under the threshold, zero included (it says what nobody of a
 * group answered), unless a zero already public says so. Of a multiple choice, "did not choose it" is as sensitive. Elsewhere a
 * zero is shown.
 */
export const figuresOf = (tables: readonly TableOfFigures[], compiled: Compiled, count: Count, threshold: number): readonly Figure[] => {
  const few = (people: number) => people > 0 && people < threshold
  const figure = (table: string, on: readonly Test[], base: readonly Test[] | null, sensitive: (people: number) => boolean): Figure => {
    const people = count(on).count
    return { id: keyOf(table, on), table, shown: true, on, base, count: people, sensitive: sensitive(people) }
  }

  return tables.flatMap(({ id, question, by, rows, columns }) => {
    const { answered, gaveAnother, column } = questionNamed(compiled, question)
    if (by === null) return [figure(id, [answered], null, few), ...rows.map(({ on }) => figure(id, [on], [answered], few))]
    const everyone = questionNamed(compiled, by).answered
    const bases = columns.map(group => figure(id, [answered, group.on], null, few))
    const totals = rows.map(row => figure(id, [row.on, everyone], null, few))
    const cells = rows.flatMap(row =>
      columns.flatMap((group, at) => {
        const asked = bases[at]?.count !== 0
        const nobody = count([row.on]).count === 0
        const everybody = count([gaveAnother(row.codes)]).count === 0
        const cell = figure(id, [row.on, group.on], [answered, group.on], people => asked && !nobody && people < threshold)
        if (column.kind === 'single') return [cell]
        const others = figure(id, [gaveAnother(row.codes), group.on], null, people => asked && !everybody && people < threshold)
        return [cell, { ...others, shown: false }]
      }),
    )
    return [...bases, ...totals, ...cells]
  })
}

/** Small answers that are put together or hidden in every table: nothing may single them out. */
export const smallAnswers = (compiled: Compiled, count: Count, threshold: number): readonly Figure[] =>
  [...compiled.questions.values()].flatMap(({ column, gave, gaveAnother }) =>
    column.categories
      .flatMap(code => (column.kind === 'single' ? [gave([code])] : [gave([code]), gaveAnother([code])]))
      .map(on => ({ id: keyOf('', [on]), table: column.id, shown: false, on: [on], base: null, count: count([on]).count, sensitive: true }))
      .filter(figure => figure.count > 0 && figure.count < threshold),
  )
