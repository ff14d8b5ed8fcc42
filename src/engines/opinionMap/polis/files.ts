import type { Vote, VoteRow } from '../votes.ts'

/** A line of comments.csv. Texts are kept as they are written: `datetime` in whatever time zone, `timestamp` in digits. */
export type PolisComment = {
  timestamp: string
  datetime: string
  id: string
  author: string
  agrees: number
  disagrees: number
  moderated: -1 | 0 | 1
  body: string
  /** Columns that not every export has (`is-meta`, `is-seed`…), in the order of the file. */
  others?: Readonly<Record<string, string>>
}

/** A line of votes.csv; `order` is its timestamp. */
export type PolisVote = VoteRow & { datetime: string }

/** A line of participants-votes.csv; `answers` in the order of the statements of the header, null where there is no vote. */
export type PolisParticipant = {
  id: string
  group: number | null
  comments: number
  votes: number
  agrees: number
  disagrees: number
  answers: readonly (Vote | null)[]
  /** Columns that not every export has (`xid`), in the order of the file. */
  others?: Readonly<Record<string, string>>
}

export type PolisParticipants = { statements: readonly string[]; participants: readonly PolisParticipant[] }

/** Lines of summary.csv: a name and what is written after it, in order. */
export type PolisSummary = readonly (readonly [name: string, value: string])[]

/** Why a file could not be read; the caller has the words. `line` counts from 1, the header included. */
export type PolisProblem =
  | { kind: 'empty' }
  | { kind: 'column'; column: string }
  | { kind: 'fields'; line: number; expected: number; found: number }
  | { kind: 'value'; line: number; column: string; text: string }
  | { kind: 'quotes'; line: number }

export type PolisRead<Content> = { ok: true; value: Content } | { ok: false; problem: PolisProblem }

/** The bytes of a file, in pieces of any length. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** Thrown inside the readers, which give it back as a value. */
export class Unreadable extends Error {
  readonly problem: PolisProblem
  constructor(problem: PolisProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

/** Runs a reader; what the file does wrong becomes a value. */
export const read = async <Content>(reader: () => Promise<Content>): Promise<PolisRead<Content>> => {
  try {
    return { ok: true, value: await reader() }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}
