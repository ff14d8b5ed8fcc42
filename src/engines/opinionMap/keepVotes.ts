import type { VoteTable } from './votes.ts'

type Kept = { statement?: (id: string) => boolean; participant?: (id: string) => boolean }

/** The table without some statements or participants. Someone left without a vote stays, with none. */
export const keepVotes = (table: VoteTable, kept: Kept): VoteTable => {
  const placeOf = placesKept(table.statements, kept.statement)
  const rows = table.participants.map((_, place) => place).filter(place => kept.participant?.(table.participants[place]!) ?? true)
  const starts = new Uint32Array(rows.length + 1)
  const columns = table.columns.slice()
  const votes = table.votes.slice()
  let end = 0
  for (const [row, from] of rows.entries()) {
    for (let at = table.starts[from]!; at < table.starts[from + 1]!; at++) {
      const column = placeOf[table.columns[at]!]!
      if (column < 0) continue
      columns[end] = column
      votes[end++] = table.votes[at]!
    }
    starts[row + 1] = end
  }
  return {
    participants: rows.map(place => table.participants[place]!),
    statements: table.statements.filter((_, place) => placeOf[place]! >= 0),
    starts,
    columns: columns.subarray(0, end),
    votes: votes.subarray(0, end),
  }
}

/** For each statement, its place among those kept, or −1. */
const placesKept = (statements: readonly string[], isKept: (id: string) => boolean = () => true) => {
  let next = 0
  return Int32Array.from(statements, id => (isKept(id) ? next++ : -1))
}
