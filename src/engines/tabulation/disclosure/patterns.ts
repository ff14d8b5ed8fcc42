import { holds, type Compiled } from '../compile.ts'
import type { Test } from '../variable.ts'
import { isOption, type Member, type Movable, open } from './movable.ts'

/** Patterns of answer that no figure and no condition tells apart are one. */
export interface Patterns {
  /** The pattern that stands for each. */
  readonly like: readonly number[]
  /** Those that a person may have; "no answer" only when someone who was asked gave none. */
  readonly possible: readonly number[]
}

export const patternsOf = (member: Member, { members }: Movable, tests: readonly Test[], compiled: Compiled): Patterns => {
  const { id, patternOf, patterns } = member.variable
  const told = [...tests, ...members.flatMap(({ parent }) => (parent ? [parent] : []))].filter(({ variable }) => variable === id)
  const first = new Map<string, number>()
  const like = Array.from({ length: patterns }, (_, pattern) => {
    const key = pattern === 0 ? 'none' : told.map(({ within }) => (within[pattern] ? 1 : 0)).join('')
    return first.get(key) ?? (first.set(key, pattern), pattern)
  })
  const asked = (row: number) => open(member, compiled, row) && (!member.parent || holds(member.parent, compiled.variables, row))
  const silent = patternOf.some((pattern, row) => pattern === 0 && asked(row))
  // An option moves alone: whoever answered the others cannot have left this one unanswered.
  const mayBeSilent = silent && !isOption(id)
  return { like, possible: [...new Set(like)].filter(pattern => pattern > 0 || mayBeSilent) }
}
