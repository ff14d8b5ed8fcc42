import type { Compiled } from '../compile.ts'
import type { Test } from '../variable.ts'
import { counter, keyOf, questionNamed, type TableOfFigures } from '../figures.ts'
import type { Earlier, PublishedTable } from '../types.ts'
import type { Known, Target } from './attack.ts'
import { figuresOf, smallAnswers } from './figuresOf.ts'
import type { Counted } from './model.ts'

/** What a publication made before lets anyone know. Throws when the answers counted in it are no longer those it counted. */
export const publishedBefore = (
  earlier: Earlier,
  compiled: Compiled,
): { readonly counted: Counted; readonly knowns: readonly Known[]; readonly targets: readonly Target[] } => {
  const { publication, counted: rows, weights } = earlier
  if (rows.length !== compiled.size) throw new Error('A publication made before says who was counted for other rows.')
  if (publication.weighted && !weights) throw new Error('A weighted publication made before comes with its weights.')
  const counted: Counted = { rows, weights: publication.weighted ? (weights ?? null) : null, count: counter(compiled, weights, rows) }
  const knowns = publication.tables.flatMap(table => figuresKnown(table, compiled, counted))
  for (const { known, count } of knowns)
    if (counted.count(known.on).count !== count)
      throw new Error(`The answers counted in ${known.table} have changed since it was published.`)
  return { counted, knowns: knowns.map(({ known }) => known), targets: hiddenThen(earlier, compiled, counted) }
}

const figuresKnown = (table: PublishedTable, compiled: Compiled, counted: Counted) => {
  const { answered, gave } = questionNamed(compiled, table.question)
  const known = (on: readonly Test[], base: readonly Test[] | null, count: number | null, weighted: number | null) =>
    count === null
      ? []
      : [{ count, known: { id: `before ${keyOf(table.id, on)}`, table: table.id, on, base, counted, weighted, hideable: false } }]
  if (table.kind === 'one-way')
    return [
      ...known([answered], null, table.base, null),
      ...table.rows.flatMap(({ codes, count, weighted }) => known([gave(codes)], [answered], count, weighted?.share ?? null)),
    ]
  const by = questionNamed(compiled, table.by)
  return [
    ...table.columns.flatMap(({ codes, base }) => known([answered, by.gave(codes)], null, base, null)),
    ...table.rows.flatMap(({ codes, total, cells }) => [
      ...known([gave(codes), by.answered], null, total, null),
      ...cells.flatMap(({ count, weighted }, at) => {
        const group = by.gave(table.columns[at]?.codes ?? [])
        return known([gave(codes), group], [answered, group], count, weighted?.share ?? null)
      }),
    ]),
  ]
}

/** What was hidden then stays to be protected now. */
const hiddenThen = ({ publication }: Earlier, compiled: Compiled, counted: Counted): readonly Target[] => {
  const { threshold } = publication
  const cells = publication.tables.flatMap(table => {
    if (table.kind === 'one-way') return []
    const [question, by] = [questionNamed(compiled, table.question), questionNamed(compiled, table.by)]
    return table.rows.flatMap(({ codes, cells: row }) =>
      row.flatMap((cell, at) => {
        const on = [question.gave(codes), by.gave(table.columns[at]?.codes ?? [])]
        return cell.count === null && counted.count(on).count < threshold ? [{ id: keyOf(table.id, on), on, counted }] : []
      }),
    )
  })
  return [...cells, ...smallAnswers(compiled, counted.count, threshold).map(({ id, on }) => ({ id, on, counted }))]
}

/** What those who came since, or left, answered: as sensitive as if they had been asked alone. */
export const differences = (
  before: Counted,
  now: Counted,
  tables: readonly TableOfFigures[],
  compiled: Compiled,
  threshold: number,
): readonly Target[] => {
  const since = [
    ['came', now.rows.map((counted, row) => counted && !before.rows[row])],
    ['left', before.rows.map((counted, row) => counted && !now.rows[row])],
  ] as const
  return since.flatMap(([name, rows]) => {
    const counted: Counted = { rows, weights: null, count: counter(compiled, undefined, rows) }
    return figuresOf(tables, compiled, counted.count, threshold)
      .filter(({ sensitive }) => sensitive)
      .map(({ id, on, shown }) => ({ id: `${id} ${name}${shown ? '' : ' not'}`, on, counted }))
  })
}
