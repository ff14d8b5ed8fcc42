import { optionVariable, setsOf, setsVariable, withOption } from './compileOptions.ts'
import type { Column, Microdata, MultipleColumn } from './types.ts'
import type { Test, Variable } from './variable.ts'

export interface Question {
  readonly column: Column
  readonly answered: Test
  /** "They gave one of these answers." For a multiple choice, of one option. */
  readonly gave: (codes: readonly string[]) => Test
  /** "They answered, but not so." */
  readonly gaveAnother: (codes: readonly string[]) => Test
}
export interface Compiled {
  readonly size: number
  readonly questions: ReadonlyMap<string, Question>
  readonly variables: ReadonlyMap<string, Variable>
}

/** Throws when columns have different lengths, when an answer is not among the categories, or comes from someone not asked. */
export const compile = ({ columns }: Microdata): Compiled => {
  const size = columns[0]?.answers.length ?? 0
  const questions = new Map<string, Question>()
  const variables = new Map<string, Variable>()
  for (const column of columns) {
    if (column.answers.length !== size)
      throw new Error(`The question ${column.id} has ${column.answers.length} answers instead of ${size}.`)
    if (questions.has(column.id)) throw new Error(`Two questions are called ${column.id}.`)
    const asked = conditionsOf(column, questions)
    questions.set(column.id, questionOf(column))
    for (const variable of column.kind === 'single' ? [singleVariable(column, asked)] : severalVariables(column, asked, columns)) {
      const unasked = variable.patternOf.findIndex((pattern, row) => pattern > 0 && !asked.every(test => holds(test, variables, row)))
      if (unasked >= 0) throw new Error(`Respondent ${unasked + 1} answered ${column.id} without being asked.`)
      variables.set(variable.id, variable)
    }
  }
  return { size, questions, variables }
}

export const holds = ({ variable, within }: Test, variables: ReadonlyMap<string, Variable>, row: number): boolean =>
  within[variables.get(variable)?.patternOf[row] ?? 0] ?? false

const questionOf = (column: Column): Question => {
  if (column.categories.length === 0) throw new Error(`The question ${column.id} has no category.`)
  if (column.kind === 'multiple') {
    const option = (codes: readonly string[]) => `${column.id}#${codes[0] ?? ''}`
    return {
      column,
      answered: { variable: option(column.categories), within: [false, true, true] },
      gave: codes => ({ variable: option(codes), within: [false, true, false] }),
      gaveAnother: codes => ({ variable: option(codes), within: [false, false, true] }),
    }
  }
  const within = (keep: (code: string) => boolean) => ({ variable: column.id, within: [false, ...column.categories.map(keep)] })
  return {
    column,
    answered: within(() => true),
    gave: codes => within(code => codes.includes(code)),
    gaveAnother: codes => within(code => !codes.includes(code)),
  }
}

const singleVariable = (column: Extract<Column, { kind: 'single' }>, asked: readonly Test[]): Variable => {
  const at = new Map(column.categories.map((code, n) => [code, n + 1]))
  const pattern = (answer: string | null) => {
    const found = answer === null ? 0 : at.get(answer)
    if (found === undefined) throw new Error(`${answer} is not an answer to ${column.id}.`)
    return found
  }
  return {
    id: column.id,
    question: column.id,
    patternOf: Int32Array.from(column.answers, pattern),
    patterns: column.categories.length + 1,
    free: null,
    asked,
  }
}

const severalVariables = (column: MultipleColumn, asked: readonly Test[], columns: readonly Column[]): readonly Variable[] => {
  for (const chosen of column.answers)
    for (const code of chosen ?? []) if (!column.categories.includes(code)) throw new Error(`${code} is not an answer to ${column.id}.`)
  const openedBySeveral = columns.flatMap(other =>
    (other.asked ?? []).flatMap(({ column: id, codes }) => (id === column.id && codes.length > 1 ? [codes] : [])),
  )
  return [...column.categories.map(code => optionVariable(column, code, asked, openedBySeveral)), setsVariable(column, asked)]
}

const conditionsOf = (column: Column, questions: ReadonlyMap<string, Question>): readonly Test[] =>
  (column.asked ?? []).map(({ column: id, codes }) => {
    const question = questions.get(id)
    if (!question) throw new Error(`${column.id} depends on ${id}, which does not come before it.`)
    if (question.column.kind === 'single' || codes.length === 1) return question.gave(codes)
    const sets = setsOf(question.column)
    return { variable: `${id}##`, within: [false, ...sets.map(set => set.some(code => codes.includes(code)))] }
  })

/** The same test on an option, asked of the set of options chosen. */
export const onSets = (test: Test, { variables, questions }: Compiled): Test => {
  const variable = variables.get(test.variable)
  const column = variable && questions.get(variable.question)?.column
  return column?.kind === 'multiple' && !test.variable.endsWith('##') ? withOption(column, test) : test
}
