import type { Column, Microdata } from './types.ts'

/** A question in the form in which it is counted: each respondent follows one of a few patterns of answer. */
export interface Variable {
  readonly column: Column
  /** The pattern of each respondent; 0 is "no answer". */
  readonly patternOf: Int32Array
  /** The codes chosen in each pattern; null for "no answer". */
  readonly patterns: readonly (readonly string[] | null)[]
}

/** Throws when columns have different lengths, or when an answer is not among the categories. */
export const compile = ({ columns }: Microdata): ReadonlyMap<string, Variable> => {
  const size = columns[0]?.answers.length ?? 0
  const compiled = new Map<string, Variable>()
  for (const column of columns) {
    if (column.answers.length !== size)
      throw new Error(`The question ${column.id} has ${column.answers.length} answers instead of ${size}.`)
    if (compiled.has(column.id)) throw new Error(`Two questions are called ${column.id}.`)
    compiled.set(column.id, column.kind === 'single' ? single(column, column.answers) : multiple(column, column.answers))
  }
  return compiled
}

const single = (column: Column, answers: readonly (string | null)[]): Variable => {
  const at = new Map(column.categories.map((code, n) => [code, n + 1]))
  return {
    column,
    patternOf: Int32Array.from(answers, answer => (answer === null ? 0 : known(at.get(answer), column, answer))),
    patterns: [null, ...column.categories.map(code => [code])],
  }
}

const multiple = (column: Column, answers: readonly (readonly string[] | null)[]): Variable => {
  const order = new Map(column.categories.map((code, n) => [code, n]))
  const keys = answers.map(chosen =>
    chosen === null
      ? null
      : [...new Set(chosen)]
          .map(code => known(order.get(code), column, code))
          .toSorted((a, b) => a - b)
          .join(' '),
  )
  const distinct = [...new Set(keys.filter(key => key !== null))].toSorted()
  const at = new Map(distinct.map((key, n) => [key, n + 1]))
  const codes = (key: string) => (key === '' ? [] : key.split(' ').map(n => column.categories[Number(n)] ?? ''))
  return {
    column,
    patternOf: Int32Array.from(keys, key => (key === null ? 0 : (at.get(key) ?? 0))),
    patterns: [null, ...distinct.map(codes)],
  }
}

const known = (at: number | undefined, column: Column, code: string): number => {
  if (at === undefined) throw new Error(`${code} is not an answer to ${column.id}.`)
  return at
}
