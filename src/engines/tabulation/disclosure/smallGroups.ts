import type { Compiled, Question } from '../compile.ts'
import { type Count, type Group, groupOf, questionNamed, type TableOfFigures } from '../figures.ts'
import type { Withheld } from '../types.ts'

/** What of a question can be shown by itself, in every table that it enters. */
export type Grouping =
  | { readonly ok: true; readonly groups: readonly Group[]; readonly hidden: readonly string[] }
  | { readonly ok: false; readonly because: Withheld }

/** So many times the threshold, and everybody having answered alike says nothing of anyone in particular. */
const crowd = 10

/**
 * Puts together the answers that fewer than `threshold` people gave, until each group is large enough; of a multiple choice, hides
 * the options that too few chose, or too few did not choose. An answer that nobody gave is shown as such.
 */
export const grouping = (question: Question, count: Count, threshold: number): Grouping => {
  const { column } = question
  const sized = column.categories.map(code => ({ codes: [code], count: count([question.gave([code])]).count }))
  const base = count([question.answered]).count
  if (base < threshold) return { ok: false, because: 'too-few' }
  if (base < crowd * threshold && sized.some(({ count }) => count === base)) return { ok: false, because: 'unanimous' }
  const few = (people: number) => people > 0 && people < threshold
  if (column.kind === 'multiple') {
    const shown = sized.filter(({ count }) => !few(count) && !few(base - count))
    if (shown.length === 0) return { ok: false, because: 'unsafe' }
    const kept = shown.flatMap(({ codes }) => codes)
    return {
      ok: true,
      groups: shown.map(({ codes }) => groupOf(question, codes)),
      hidden: column.categories.filter(code => !kept.includes(code)),
    }
  }
  const groups = putTogether(sized, few, column.ordered ?? false)
  const populated = groups.filter(group => group.count > 0)
  if (populated.length === 1 && populated[0] && populated[0].codes.length > 1) return { ok: false, because: 'too-few' }
  return { ok: true, groups: groups.map(({ codes }) => groupOf(question, codes)), hidden: [] }
}

interface Sized {
  readonly codes: readonly string[]
  readonly count: number
}
/** The smallest group joins the smallest of the others (of its neighbours when they are ordered), until none is small. */
const putTogether = (sized: readonly Sized[], few: (people: number) => boolean, ordered: boolean): readonly Sized[] => {
  const small = first(sized.filter(({ count }) => few(count)))
  if (!small) return sized
  const others = sized.filter(group => group !== small && group.count > 0)
  const at = sized.indexOf(small)
  const neighbours = [others.findLast(group => sized.indexOf(group) < at), others.find(group => sized.indexOf(group) > at)]
  const partner = first(ordered ? neighbours.filter(group => group !== undefined) : others)
  if (!partner) return sized
  const [before, after] = at < sized.indexOf(partner) ? [small, partner] : [partner, small]
  const between = ordered ? sized.slice(sized.indexOf(before) + 1, sized.indexOf(after)).flatMap(({ codes }) => codes) : []
  const joined = { codes: [...before.codes, ...between, ...after.codes], count: small.count + partner.count }
  const rest = sized.filter(group => group !== after && !group.codes.some(code => between.includes(code)))
  return putTogether(
    rest.map(group => (group === before ? joined : group)),
    few,
    ordered,
  )
}
const first = (groups: readonly Sized[]) => groups.toSorted((a, b) => a.count - b.count)[0]

/** A table with its small answers put together; why it cannot be published otherwise. */
export const regrouped = (
  table: TableOfFigures,
  groupings: ReadonlyMap<string, Grouping>,
): { readonly ok: true; readonly table: TableOfFigures } | { readonly ok: false; readonly because: Withheld } => {
  const rows = groupings.get(table.question)
  const columns = table.by === null ? null : groupings.get(table.by)
  if (rows?.ok === false) return rows
  if (columns?.ok === false) return columns
  if (!rows || columns === undefined) throw new Error(`No groups for ${table.id}.`)
  return { ok: true, table: { ...table, rows: rows.groups, columns: columns?.groups ?? [], hidden: rows.hidden } }
}

/** The questions that tables enter. */
export const questionsOf = (tables: readonly TableOfFigures[], compiled: Compiled): readonly Question[] =>
  [...new Set(tables.flatMap(({ question, by }) => (by === null ? [question] : [question, by])))].map(id => questionNamed(compiled, id))

/**
 * Tables whose figures are worth protecting though they are not published: those withheld, and, for a question asked after a
 * certain answer to another, the crossing of that other one (who was asked says what they had answered).
 */
export const unpublished = (
  wanted: readonly TableOfFigures[],
  published: readonly TableOfFigures[],
  groupings: ReadonlyMap<string, Grouping>,
  compiled: Compiled,
): readonly TableOfFigures[] => {
  const groupsOf = (id: string) => {
    const question = questionNamed(compiled, id)
    const found = groupings.get(id)
    return found?.ok ? found.groups : question.column.categories.map(code => groupOf(question, [code]))
  }
  const opening = (id: string): readonly string[] =>
    (questionNamed(compiled, id).column.asked ?? []).flatMap(({ column }) => [column, ...opening(column)])
  const pairs = wanted.flatMap(({ question, by }) =>
    by === null ? [] : [question, ...opening(question)].map(id => ({ question: id, by })),
  )
  const tables = new Map(
    pairs
      .filter(({ question, by }) => question !== by)
      .map(({ question, by }) => [
        `${question}×${by}`,
        { id: `${question}×${by}`, question, by, rows: groupsOf(question), columns: groupsOf(by), hidden: [] },
      ]),
  )
  return [...tables.values()].filter(({ id }) => !published.some(table => table.id === id))
}
