import type { Variable } from './compile.ts'
import type { Microdata, Plan } from './types.ts'

/** Answers that are counted together: one code, or several small ones. `within` says which patterns of answer are counted. */
export interface Group {
  readonly codes: readonly string[]
  readonly within: readonly boolean[]
}

/** A count that may be published: of those whose answer is in a group of one question, or of two. */
export interface Figure {
  readonly id: string
  readonly table: string
  /** False for what the table does not show and that is worth protecting: "did not choose it". */
  readonly shown: boolean
  readonly on: readonly { readonly variable: string; readonly within: readonly boolean[] }[]
  readonly count: number
  /** Under the threshold, and telling something of someone. */
  readonly sensitive: boolean
}
/** The name of a figure: the same table and the same groups give the same name. */
export const keyOf = (table: string, on: Figure['on']): string =>
  [table, ...on.map(({ variable, within }) => `${variable}=${within.map(Number).join('')}`)].join(' ')

export interface TableOfFigures {
  readonly id: string
  readonly question: string
  readonly by: string | null
  readonly rows: readonly Group[]
  readonly columns: readonly Group[]
  readonly hidden: readonly string[]
}

export const answered = (variable: Variable): readonly boolean[] => variable.patterns.map(pattern => pattern !== null)
export const groupOf = (variable: Variable, codes: readonly string[]): Group => ({
  codes,
  within: variable.patterns.map(pattern => pattern !== null && pattern.some(code => codes.includes(code))),
})

/** Counts people and weights over a choice of rows. */
export const counter = (variables: ReadonlyMap<string, Variable>, { weights }: Microdata, counted: readonly boolean[] | null = null) => {
  const size = [...variables.values()][0]?.patternOf.length ?? 0
  return (on: Figure['on']): { count: number; mass: number } => {
    const tests = on.map(({ variable, within }) => ({ of: variableNamed(variables, variable).patternOf, within }))
    const masses = new Map<number, number>()
    let count = 0
    for (let row = 0; row < size; row++) {
      if (counted && !counted[row]) continue
      if (!tests.every(({ of, within }) => within[of[row] ?? 0])) continue
      count++
      if (weights) masses.set(weights[row] ?? 1, (masses.get(weights[row] ?? 1) ?? 0) + 1)
    }
    // By weight, smallest first: the order of respondents changes no bit.
    const mass = [...masses].toSorted(([a], [b]) => a - b).reduce((sum, [weight, people]) => sum + weight * people, 0)
    return { count, mass: weights ? mass : count }
  }
}

export const variableNamed = (variables: ReadonlyMap<string, Variable>, id: string): Variable => {
  const variable = variables.get(id)
  if (!variable) throw new Error(`No question is called ${id}.`)
  return variable
}

/** Every table of the plan, each once, with each answer by itself. Throws for a crossing by a multiple choice or by itself. */
export const wantedTables = (variables: ReadonlyMap<string, Variable>, plan: Plan): readonly TableOfFigures[] => {
  const each = (id: string) => variableNamed(variables, id).column.categories.map(code => groupOf(variableNamed(variables, id), [code]))
  const oneWay = [...new Set(plan.questions)].map(question => ({
    id: question,
    question,
    by: null,
    rows: each(question),
    columns: [],
    hidden: [],
  }))
  const crossings = new Map(plan.crossings.map(({ question, by }) => [`${question}×${by}`, { question, by }]))
  return [
    ...oneWay,
    ...[...crossings].map(([id, { question, by }]) => {
      if (variableNamed(variables, by).column.kind !== 'single')
        throw new Error(`${question} cannot be crossed by ${by}, which has several answers.`)
      if (question === by) throw new Error(`${question} cannot be crossed by itself.`)
      return { id, question, by, rows: each(question), columns: each(by), hidden: [] }
    }),
  ]
}
