/** +1 agree, −1 disagree, 0 pass: the polarity of the files Polis exports (its database holds the opposite). */
export type Vote = -1 | 0 | 1

/**
 * One act of voting. `order` says when (milliseconds since 1970, or any number that grows): for one participant and one
 * statement, the vote with the greatest order counts. At equal order the greater vote counts (agree, pass, disagree), so
 * that the same rows in any order of arrival give the same table.
 */
export type VoteRow = { participant: string; statement: string; vote: Vote; order: number }

/** What the map must know of a statement beyond its votes. −1: moderated out, it and its votes are dropped. */
export type StatementNote = { id: string; moderated: -1 | 0 | 1 }

/**
 * The votes that count, one per participant and statement, held compactly. Participants and statements are in ascending
 * order (`compareIds`); the votes of participant `p` are at the places `starts[p]` to `starts[p + 1]`, by ascending statement.
 */
export type VoteTable = {
  participants: readonly string[]
  statements: readonly string[]
  starts: Uint32Array
  /** Places in `statements`. */
  columns: Uint16Array | Uint32Array
  votes: Int8Array
}
