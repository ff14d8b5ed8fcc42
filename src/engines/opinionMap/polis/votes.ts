import type { Readable } from 'node:stream'
import { type Chunks, type PolisRead, type PolisVote, read, Unreadable } from './files.ts'
import { identifier, type Line, linesOf, threeWay } from './records.ts'
import { written } from './written.ts'

const columns = ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote']

/** Reads votes.csv line by line, for an import; to draw a map, `readVoteTable` is much faster. */
export const readPolisVotes = (chunks: Chunks): Promise<PolisRead<readonly PolisVote[]>> =>
  read(async () => {
    const { lines } = await linesOf(chunks, ['timestamp', 'comment-id', 'voter-id', 'vote'])
    const votes: PolisVote[] = []
    for await (const line of lines) votes.push(voteOf(line))
    return votes
  })

const voteOf = (line: Line): PolisVote => ({
  order: orderOf(line),
  datetime: line.named('datetime'),
  statement: identifier(line, 'comment-id'),
  participant: identifier(line, 'voter-id'),
  vote: threeWay(line.named('vote'), line.line, 'vote'),
})

const orderOf = ({ line, named }: Line) => {
  const text = named('timestamp')
  if (!/^\d{1,15}$/.test(text)) throw new Unreadable({ kind: 'value', line, column: 'timestamp', text })
  return Number(text)
}

/** Writes votes.csv as Polis does. */
export const writePolisVotes = (votes: Iterable<PolisVote> | AsyncIterable<PolisVote>): Readable =>
  written(columns, votes, ({ order, datetime, statement, participant, vote }) => [order, datetime, statement, participant, vote])
