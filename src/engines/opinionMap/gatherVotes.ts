import type { Vote, VoteRow, VoteTable } from './votes.ts'

/** Takes votes one at a time, in any order, and keeps the last of each participant on each statement. */
export type VoteGatherer = {
  add(participant: string, statement: string, vote: Vote, order: number): void
  table(): VoteTable
}

export const gatherVotes = (): VoteGatherer => {
  throw new Error('Being written')
}

/** The votes that count among `rows`. */
export const voteTable = (rows: Iterable<VoteRow>): VoteTable => {
  const gatherer = gatherVotes()
  for (const { participant, statement, vote, order } of rows) gatherer.add(participant, statement, vote, order)
  return gatherer.table()
}
