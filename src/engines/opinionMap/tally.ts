import type { VoteTable } from './votes.ts'

/** Counts by statement: how many agreed, disagreed, and answered at all (a pass included). */
export type Counts = { agree: Uint32Array; disagree: Uint32Array; seen: Uint32Array }

/** Counts for each group, `groupOf` giving the group of each participant (−1: none). */
export const countsByGroup = (table: VoteTable, groupOf: Int8Array, groups: number): Counts[] => {
  const counts = Array.from({ length: groups }, () => emptyCounts(table.statements.length))
  for (let person = 0; person < table.participants.length; person++) {
    const group = counts[groupOf[person]!]
    if (group) countRow(table, person, group)
  }
  return counts
}

/** Counts over every participant. */
export const countsOfAll = (table: VoteTable): Counts => {
  const counts = emptyCounts(table.statements.length)
  for (let person = 0; person < table.participants.length; person++) countRow(table, person, counts)
  return counts
}

const countRow = (table: VoteTable, person: number, { agree, disagree, seen }: Counts) => {
  for (let at = table.starts[person]!; at < table.starts[person + 1]!; at++) {
    const statement = table.columns[at]!
    const vote = table.votes[at]!
    seen[statement]!++
    if (vote > 0) agree[statement]!++
    else if (vote < 0) disagree[statement]!++
  }
}

const emptyCounts = (statements: number): Counts => ({
  agree: new Uint32Array(statements),
  disagree: new Uint32Array(statements),
  seen: new Uint32Array(statements),
})
