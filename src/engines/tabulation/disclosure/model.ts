import type { Compiled } from '../compile.ts'
import type { Test } from '../variable.ts'
import type { Count } from '../figures.ts'
import { type Member, type Movable, open } from './movable.ts'
import { type Patterns, patternsOf } from './patterns.ts'
import type { Row } from './solver.ts'

/** Rows that a publication counts (or that came or left since), and what they weighed in it. */
export interface Counted {
  readonly rows: readonly boolean[]
  readonly weights: readonly number[] | null
  readonly count: Count
}
/** A count as a sum of the model's columns; `today` is what it is worth in truth, over the people who may exchange answers. */
export interface Form {
  readonly indices: readonly number[]
  readonly values: readonly number[]
  readonly today: number
}
/**
 * Everything that could be true for someone who knows every answer but those to the variables that move: how many people of each
 * class gave each answer. Whatever someone who knows so much cannot know, nobody can.
 */
export interface Model {
  readonly columns: number
  readonly rows: readonly Row[]
  /** Null when the test is not about a variable that moves. */
  readonly form: (on: readonly Test[], counted: Counted, weighted?: boolean) => Form | null
}

/** Larger models are thinned out: fewer people exchange answers, which is still sound. */
const mostColumns = 5_000

interface ModelColumn {
  readonly row: number
  readonly member: number
  readonly pattern: number
  readonly parentPattern: number
  readonly people: number
}

export const modelOf = (movable: Movable, asked: readonly Test[], everyCounted: readonly Counted[], compiled: Compiled): Model => {
  const { members, seen } = movable
  const tests = asked.map(seen)
  const patterns = members.map(member => patternsOf(member, movable, tests, compiled))
  const inside = new Map(members.map((member, at) => [member.variable.id, at]))
  const width = members.reduce((all, { parent }, at) => all + (patterns[at]?.possible.length ?? 0) * (parent ? 2 : 1), 0)
  const classes = thinned(classesOf(members, tests, everyCounted, compiled), width)

  const columns: ModelColumn[] = []
  const rows: Row[] = []
  for (const people of classes) addClass(people, members, patterns, inside, compiled, columns, rows)

  const form: Model['form'] = (asking, counted, weighted = false) => {
    const on = asking.map(seen)
    const owner = Math.max(...on.map(({ variable }) => inside.get(variable) ?? -1))
    if (owner < 0) return null
    const read = on.map(({ variable, within }) => {
      const at = inside.get(variable)
      const of = compiled.variables.get(variable)?.patternOf
      return (column: ModelColumn) =>
        within[at === owner ? column.pattern : at === undefined ? (of?.[column.row] ?? 0) : column.parentPattern] ?? false
    })
    const indices: number[] = []
    const values: number[] = []
    let today = 0
    columns.forEach((column, at) => {
      if (column.member !== owner || !counted.rows[column.row] || !read.every(passes => passes(column))) return
      const weight = weighted ? (counted.weights?.[column.row] ?? 1) : 1
      indices.push(at)
      values.push(weight)
      today += weight * column.people
    })
    return { indices, values, today }
  }
  return { columns: columns.length, rows, form }
}

/** The columns of one class, and the rows that say that each person gives one answer, and only if asked. */
const addClass = (
  people: readonly number[],
  members: readonly Member[],
  patterns: readonly Patterns[],
  inside: ReadonlyMap<string, number>,
  compiled: Compiled,
  columns: ModelColumn[],
  rows: Row[],
) => {
  const row = people[0] ?? 0
  const root = members[0]
  if (!root || !open(root, compiled, row) || root.variable.free?.[row] === false) return
  const given = (member: number, person: number) => patterns[member]?.like[members[member]?.variable.patternOf[person] ?? 0] ?? 0
  const start = columns.length
  members.forEach((member, at) => {
    if (!open(member, compiled, row)) return
    const above = member.parent ? (inside.get(member.parent.variable) ?? 0) : null
    const opening = above === null ? [-1] : (patterns[above]?.possible ?? []).filter(pattern => member.parent?.within[pattern])
    for (const parentPattern of opening) {
      const from = columns.length
      const opened = people.filter(person => above === null || given(above, person) === parentPattern)
      for (const pattern of patterns[at]?.possible ?? [])
        columns.push({ row, member: at, pattern, parentPattern, people: opened.filter(person => given(at, person) === pattern).length })
      const own = columns.slice(from).map((_, n) => from + n)
      const giving = columns.flatMap((column, n) => (n >= start && column.member === above && column.pattern === parentPattern ? [n] : []))
      const total = above === null ? people.length : 0
      rows.push({ lower: total, upper: total, indices: [...own, ...giving], values: [...own.map(() => 1), ...giving.map(() => -1)] })
    }
  })
}

/** People alike in everything that stays as it is. */
const classesOf = (members: readonly Member[], tests: readonly Test[], everyCounted: readonly Counted[], compiled: Compiled) => {
  const moving = new Set(members.map(({ variable }) => variable.id))
  const still = new Map(
    [...tests, ...members.flatMap(({ outside }: Member) => outside)]
      .filter(({ variable }) => !moving.has(variable))
      .map(({ variable, within }) => [
        `${variable}=${within.map(Number).join('')}`,
        { of: compiled.variables.get(variable)?.patternOf, within },
      ]),
  )
  const free = members[0]?.variable.free
  const classOf = (row: number) =>
    [
      free?.[row] === false ? 0 : 1,
      ...[...still.values()].map(({ of, within }) => (within[of?.[row] ?? 0] ? 1 : 0)),
      ...everyCounted.map(({ rows, weights }) => (rows[row] ? (weights?.[row] ?? 1) : 'no')),
    ].join(' ')
  const people = new Map<string, number[]>()
  for (let row = 0; row < compiled.size; row++) {
    const key = classOf(row)
    const found = people.get(key)
    if (found) found.push(row)
    else people.set(key, [row])
  }
  return [...people].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => rows)
}

const thinned = (classes: readonly (readonly number[])[], width: number) => {
  const step = Math.max(1, Math.ceil((classes.length * width) / mostColumns))
  return classes.filter((_, at) => at % step === 0)
}
