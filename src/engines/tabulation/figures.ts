import type { Compiled, Question } from './compile.ts'
import type { Test } from './variable.ts'
import type { Plan } from './types.ts'

/** Answers that are counted together: one code, or several small ones. */
export interface Group {
  readonly codes: readonly string[]
  readonly on: Test
}

/** A count that may be published: of those who pass one test, or two. */
export interface Figure {
  readonly id: string
  readonly table: string
  /** False for what the table does not show and that is worth protecting: "did not choose it". */
  readonly shown: boolean
  readonly on: readonly Test[]
  /** What its published share is a share of; null when none is given. */
  readonly base: readonly Test[] | null
  readonly count: number
  /** Under the threshold, and telling something of someone. */
  readonly sensitive: boolean
}
/** The name of a figure: the same table and the same groups give the same name. */
export const keyOf = (table: string, on: readonly Test[]): string =>
  [table, ...on.map(({ variable, within }) => `${variable}=${within.map(Number).join('')}`)].join(' ')

export interface TableOfFigures {
  readonly id: string
  readonly question: string
  readonly by: string | null
  readonly rows: readonly Group[]
  readonly columns: readonly Group[]
  readonly hidden: readonly string[]
}

export const questionNamed = ({ questions }: Compiled, id: string): Question => {
  const question = questions.get(id)
  if (!question) throw new Error(`No question is called ${id}.`)
  return question
}
export const groupOf = (question: Question, codes: readonly string[]): Group => ({ codes, on: question.gave(codes) })

export interface Counts {
  readonly count: number
  /** Sum of weights. */
  readonly mass: number
}
/** Counts people and weights over some of the rows. */
export const counter = ({ variables, size }: Compiled, weights: readonly number[] | undefined, rows: readonly boolean[] | null) => {
  const counted = new Map<string, Counts>()
  return (on: readonly Test[]): Counts => {
    const key = keyOf('', on)
    const known = counted.get(key)
    if (known) return known
    const tests = on.map(({ variable, within }) => ({ of: variables.get(variable)?.patternOf, within }))
    const masses = new Map<number, number>()
    let count = 0
    for (let row = 0; row < size; row++) {
      if (rows && !rows[row]) continue
      if (!tests.every(({ of, within }) => within[of?.[row] ?? 0])) continue
      count++
      if (weights) masses.set(weights[row] ?? 1, (masses.get(weights[row] ?? 1) ?? 0) + 1)
    }
    // By weight, smallest first: the order of respondents changes no bit.
    const mass = [...masses].toSorted(([a], [b]) => a - b).reduce((sum, [weight, people]) => sum + weight * people, 0)
    counted.set(key, { count, mass: weights ? mass : count })
    return { count, mass: weights ? mass : count }
  }
}
export type Count = ReturnType<typeof counter>

/** Every table of the plan, each once, with each answer by itself. Throws for a crossing by a multiple choice or by itself. */
export const wantedTables = (compiled: Compiled, plan: Plan): readonly TableOfFigures[] => {
  const each = (id: string) => {
    const question = questionNamed(compiled, id)
    return question.column.categories.map(code => groupOf(question, [code]))
  }
  const crossings = new Map(plan.crossings.map(({ question, by }) => [`${question}×${by}`, { question, by }]))
  return [
    ...[...new Set(plan.questions)].map(question => ({ id: question, question, by: null, rows: each(question), columns: [], hidden: [] })),
    ...[...crossings].map(([id, { question, by }]) => {
      if (questionNamed(compiled, by).column.kind !== 'single')
        throw new Error(`${question} cannot be crossed by ${by}, which has several answers.`)
      if (question === by) throw new Error(`${question} cannot be crossed by itself.`)
      return { id, question, by, rows: each(question), columns: each(by), hidden: [] }
    }),
  ]
}
