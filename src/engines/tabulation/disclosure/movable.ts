import { type Compiled, holds, onSets } from '../compile.ts'
import type { Test, Variable } from '../variable.ts'

/** A variable whose answers may be exchanged between people, with every variable that depends on it. */
export interface Member {
  readonly variable: Variable
  /** The member it depends on; null for the root. */
  readonly parent: Test | null
  /** Its conditions on variables that stay as they are. */
  readonly outside: readonly Test[]
}
export interface Movable {
  /** The root first; each member after the one it depends on. */
  readonly members: readonly Member[]
  /**
   * How this exchange sees a test: when an option moves, the others of its question stay; otherwise options move together, as
   * sets that someone chose.
   */
  readonly seen: (test: Test) => Test
}

/** Null when a dependent variable depends on two of those that move: their answers cannot be exchanged apart. */
export const movableFrom = (root: string, compiled: Compiled): Movable | null => {
  const { variables } = compiled
  const rooted = variables.get(root)
  const alone = rooted && isOption(root) ? rooted.question : null
  const seen = (test: Test) => (alone !== null && variables.get(test.variable)?.question === alone ? test : onSets(test, compiled))
  const members: Member[] = []
  const inside = new Set([root])
  for (const [id, variable] of variables) {
    if (id !== root && isOption(id)) continue
    const asked = variable.asked.map(seen)
    const within = asked.filter(test => inside.has(test.variable))
    if (id !== root && within.length === 0) continue
    const nearest = id === root ? undefined : within.at(-1)
    if (nearest && !within.every(test => test === nearest || implied(nearest, test, seen, variables))) return null
    members.push({ variable, parent: nearest ?? null, outside: asked.filter(test => !inside.has(test.variable)) })
    inside.add(id)
  }
  return { members, seen }
}
export const isOption = (id: string) => id.includes('#') && !id.endsWith('##')

/** Passing the first test already says that the second is passed: one could not have been asked otherwise. */
const implied = (passed: Test, test: Test, seen: Movable['seen'], variables: ReadonlyMap<string, Variable>): boolean =>
  (variables.get(passed.variable)?.asked ?? [])
    .map(seen)
    .some(own =>
      own.variable === test.variable ? own.within.every((opens, at) => !opens || test.within[at]) : implied(own, test, seen, variables),
    )

/** What may be exchanged to show that a variable is protected, the least first: an option, its question, what opens it. */
export const exchanges = (id: string, { variables }: Compiled): readonly string[] => {
  const question = isOption(id) ? `${variables.get(id)?.question ?? ''}##` : id
  const root = rootOf(question, variables)
  return [...new Set([id, question, root])]
}
const rootOf = (id: string, variables: ReadonlyMap<string, Variable>): string => {
  const first = variables.get(id)?.asked[0]?.variable
  if (first === undefined) return id
  return rootOf(isOption(first) ? `${variables.get(first)?.question ?? ''}##` : first, variables)
}

/** A test on two variables that move, neither being the condition of the other, says more than exchanging answers can keep. */
export const crossesInside = ({ members, seen }: Movable, on: readonly Test[]): boolean => {
  const inside = members.filter(({ variable }) => on.some(test => seen(test).variable === variable.id))
  return inside.length > 1 && !inside.some(({ parent }) => parent && inside.some(({ variable }) => variable.id === parent.variable))
}

/** Whether this row could have answered this member, whatever the member it depends on says. */
export const open = ({ outside }: Member, { variables }: Compiled, row: number): boolean =>
  outside.every(test => holds(test, variables, row))
