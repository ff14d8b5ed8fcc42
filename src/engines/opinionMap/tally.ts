import type { VoteTable } from './votes.ts'

/** Counts by statement: how many agreed, disagreed, and answered at all (a pass included). */
export type Counts = { agree: Uint32Array; disagree: Uint32Array; seen: Uint32Array }

/** Counts for each group, `groupOf` giving the group of each participant (−1: none). */
export const countsByGroup = (table: VoteTable, groupOf: Int8Array, groups: number): Counts[] => {
  const members: number[][] = Array.from({ length: groups }, () => [])
  for (const [person, group] of groupOf.entries()) members[group]?.push(person)
  return members.map(people => count(table, people))
}

/** Counts over every participant. */
export const countsOfAll = (table: VoteTable): Counts =>
  count(
    table,
    Uint32Array.from(table.participants, (_, person) => person),
  )

/** Three counts per statement first (disagree, pass, agree): nothing to decide for each vote. */
const count = (table: VoteTable, people: Iterable<number>): Counts => {
  const { starts, columns, votes } = table
  const sums = new Uint32Array(3 * table.statements.length)
  for (const person of people) for (let at = starts[person]!; at < starts[person + 1]!; at++) sums[3 * columns[at]! + votes[at]! + 1]!++
  const agree = Uint32Array.from(table.statements, (_, statement) => sums[3 * statement + 2]!)
  const disagree = Uint32Array.from(table.statements, (_, statement) => sums[3 * statement]!)
  return { agree, disagree, seen: agree.map((agreed, statement) => agreed + disagree[statement]! + sums[3 * statement + 1]!) }
}
