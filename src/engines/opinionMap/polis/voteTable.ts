import { gatherVotes } from '../gatherVotes.ts'
import type { VoteTable } from '../votes.ts'
import { type Chunks, type PolisRead, read } from './files.ts'
import { voteLines } from './voteLines.ts'

/** The votes that count in a votes.csv, read byte by byte; 5 million lines take about a second. */
export const readVoteTable = (chunks: Chunks): Promise<PolisRead<VoteTable>> =>
  read(async () => {
    const gatherer = gatherVotes()
    const lines = voteLines(gatherer)
    for await (const chunk of chunks) lines.take(chunk)
    lines.end()
    return gatherer.table()
  })
