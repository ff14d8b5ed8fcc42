import type { Readable } from 'node:stream'
import type { VoteRow } from './votes.ts'

/** A line of comments.csv. `datetime` is kept as it is written, in whatever time zone. */
export type PolisComment = {
  timestamp: string
  datetime: string
  id: string
  author: string
  agrees: number
  disagrees: number
  moderated: -1 | 0 | 1
  body: string
}

/** A line of votes.csv. */
export type PolisVote = VoteRow & { datetime: string }

/** A line of participants-votes.csv; `votes` in the order of the statements of the header, null where there is none. */
export type PolisParticipant = {
  id: string
  group: number | null
  comments: number
  votes: number
  agrees: number
  disagrees: number
  answers: readonly (-1 | 0 | 1 | null)[]
}

export type PolisParticipants = { statements: readonly string[]; participants: readonly PolisParticipant[] }

/** Why a file could not be read; the caller has the words. `line` counts from 1, the header included. */
export type PolisProblem =
  | { kind: 'empty' }
  | { kind: 'missing-column'; column: string }
  | { kind: 'fields'; line: number }
  | { kind: 'vote'; line: number; text: string }
  | { kind: 'timestamp'; line: number; text: string }
  | { kind: 'moderated'; line: number; text: string }
  | { kind: 'number'; line: number; column: string; text: string }
  | { kind: 'identifier'; line: number; column: string }
  | { kind: 'quotes'; line: number }

export type PolisRead<Content> = { ok: true; value: Content } | { ok: false; problem: PolisProblem }

export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

export declare const readPolisComments: (chunks: Chunks) => Promise<PolisRead<readonly PolisComment[]>>
export declare const readPolisVotes: (chunks: Chunks) => Promise<PolisRead<readonly PolisVote[]>>
export declare const readPolisParticipants: (chunks: Chunks) => Promise<PolisRead<PolisParticipants>>
export declare const writePolisComments: (comments: Iterable<PolisComment>) => Readable
export declare const writePolisVotes: (votes: Iterable<PolisVote> | AsyncIterable<PolisVote>) => Readable
export declare const writePolisParticipants: (content: PolisParticipants) => Readable
