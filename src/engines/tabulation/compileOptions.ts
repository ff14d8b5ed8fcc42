import type { Test, Variable } from './variable.ts'
import type { MultipleColumn } from './types.ts'

/**
 * An option of a multiple choice. Someone could as well have chosen it or not only if both sets of answers are possible ones: of a
 * size that someone gave, without two options that nobody gave together, and opening the same questions.
 */
export const optionVariable = (
  column: MultipleColumn,
  code: string,
  asked: readonly Test[],
  openedBySeveral: readonly (readonly string[])[],
): Variable => {
  const sizes = setsOf(column).map(set => set.length)
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const together = new Set(column.answers.flatMap(chosen => (chosen?.includes(code) ? chosen : [])))
  return {
    id: `${column.id}#${code}`,
    question: column.id,
    patternOf: Int32Array.from(column.answers, chosen => (chosen === null ? 0 : chosen.includes(code) ? 1 : 2)),
    patterns: 3,
    free: column.answers.map(chosen => {
      if (chosen === null) return false
      const others = [...new Set(chosen)].filter(other => other !== code)
      return (
        others.length >= least &&
        others.length + 1 <= most &&
        others.every(other => together.has(other)) &&
        openedBySeveral.every(codes => !codes.includes(code) || others.some(other => codes.includes(other)))
      )
    }),
    asked,
  }
}

/** All options together: someone could as well have given any set of answers that someone gave. */
export const setsVariable = (column: MultipleColumn, asked: readonly Test[]): Variable => {
  const at = new Map(setsOf(column).map((set, n) => [set.join(' '), n + 1]))
  return {
    id: `${column.id}##`,
    question: column.id,
    patternOf: Int32Array.from(column.answers, chosen => (chosen === null ? 0 : (at.get(inOrder(column, chosen).join(' ')) ?? 0))),
    patterns: at.size + 1,
    free: null,
    asked,
  }
}

/** The sets of options that someone chose, in one order. */
export const setsOf = (column: MultipleColumn): readonly (readonly string[])[] => {
  const sets = new Map(
    column.answers.flatMap(chosen => (chosen === null ? [] : [inOrder(column, chosen)])).map(set => [set.join(' '), set]),
  )
  return [...sets].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set)
}
const inOrder = (column: MultipleColumn, chosen: readonly string[]) => column.categories.filter(code => chosen.includes(code))

/** A test on one option (`question#option`), asked of the sets. */
export const withOption = (column: MultipleColumn, { variable, within }: Test): Test => {
  const option = variable.slice(column.id.length + 1)
  const [none = false, chosen = false, not = false] = within
  return { variable: `${column.id}##`, within: [none, ...setsOf(column).map(set => (set.includes(option) ? chosen : not))] }
}
