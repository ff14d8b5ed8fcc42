import { randomBytes, createHmac } from 'node:crypto'
import { text as textOf } from 'node:stream/consumers'
import { type PolisComment, type PolisVote, writePolisComments, writePolisVotes } from '#engines/opinionMap'
import { sharedDays } from '../rules/sharedDays.ts'
import type { CountedVote, NotedStatement } from '../queries/votes.ts'

export interface Files {
  readonly comments: string
  readonly votes: string
  /** The votes of verified residents alone, under the same numbers. */
  readonly verified: string
}

/**
 * The files of a publication. Participants get numbers drawn for it, which lead back to nobody: the key of the lot is
 * forgotten at once. All the votes of a participant bear one day, that from which they and at least `least` others came, so
 * that nobody can be recognised by when they voted; statements do not say their author (0), so that nobody's sentence leads to their votes; what moderation set apart keeps only its number.
 */
export const exportFiles = async (votes: readonly CountedVote[], statements: readonly NotedStatement[], least: number): Promise<Files> => {
  const days = sharedDays(votes, least)
  const numbers = drawNumbers(votes.map(vote => vote.participant))
  const lines = votes
    .map(({ participant, statement, vote, isVerified }) => ({
      day: days.get(participant) ?? '',
      number: numbers.get(participant) ?? 0,
      statement,
      vote,
      isVerified,
    }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.number - b.number || a.statement - b.statement))
  const written = (some: typeof lines) => textOf(writePolisVotes(some.map(voteLine)))
  return {
    comments: await textOf(writePolisComments(statements.map(one => commentLine(one, votes)))),
    votes: await written(lines),
    verified: await written(lines.filter(line => line.isVerified)),
  }
}

/** Numbers from 1, in the order of a keyed digest whose key is thrown away. */
const drawNumbers = (participants: readonly string[]): ReadonlyMap<string, number> => {
  const key = randomBytes(32)
  const drawn = [...new Set(participants)].map(id => ({ id, lot: createHmac('sha256', key).update(id).digest('hex') }))
  return new Map(drawn.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ id }, at) => [id, at + 1]))
}

const voteLine = ({ day, number, statement, vote }: { day: string; number: number; statement: number; vote: -1 | 0 | 1 }): PolisVote => ({
  order: Date.parse(`${day}T00:00:00Z`),
  datetime: day,
  statement: String(statement),
  participant: String(number),
  vote,
})

const commentLine = ({ number, text, state, at }: NotedStatement, votes: readonly CountedVote[]): PolisComment => {
  const on = votes.filter(vote => vote.statement === number)
  const day = at.slice(0, 10)
  return {
    timestamp: String(Date.parse(`${day}T00:00:00Z`)),
    datetime: day,
    id: String(number),
    author: '0',
    agrees: on.filter(({ vote }) => vote === 1).length,
    disagrees: on.filter(({ vote }) => vote === -1).length,
    moderated: state === 'visible' ? 1 : -1,
    body: state === 'visible' ? unspreadable(text) : '',
  }
}

/** A spreadsheet must not take what somebody wrote for a formula. */
const unspreadable = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
