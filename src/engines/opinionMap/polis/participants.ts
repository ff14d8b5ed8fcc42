import type { Readable } from 'node:stream'
import { type Chunks, type PolisParticipant, type PolisParticipants, type PolisRead, read } from './files.ts'
import { identifier, type Line, linesOf, othersOf, threeWay, wholeNumber } from './records.ts'
import { written } from './written.ts'

const before = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'] as const

/** Reads participants-votes.csv: the columns after `n-disagree` are the statements. */
export const readPolisParticipants = (chunks: Chunks): Promise<PolisRead<PolisParticipants>> =>
  read(async () => {
    const { header, lines } = await linesOf(chunks, before)
    const first = header.indexOf('n-disagree') + 1
    const statements = header.slice(first)
    const known = new Set<string>([...before, ...statements])
    const participants: PolisParticipant[] = []
    for await (const line of lines)
      participants.push({ ...participantOf(line, first, statements), ...othersOf(header.slice(0, first), known, line) })
    return { statements, participants }
  })

const participantOf = (line: Line, first: number, statements: readonly string[]): PolisParticipant => ({
  id: identifier(line, 'participant'),
  group: line.named('group-id') === '' ? null : wholeNumber(line, 'group-id'),
  comments: wholeNumber(line, 'n-comments'),
  votes: wholeNumber(line, 'n-votes'),
  agrees: wholeNumber(line, 'n-agree'),
  disagrees: wholeNumber(line, 'n-disagree'),
  answers: statements.map((statement, place) => {
    const text = line.fields[first + place]!
    return text === '' ? null : threeWay(text, line.line, statement)
  }),
})

/** Writes participants-votes.csv as Polis does: other columns stand after the participant. */
export const writePolisParticipants = ({ statements, participants }: PolisParticipants): Readable => {
  const others = [...new Set(participants.flatMap(participant => Object.keys(participant.others ?? {})))]
  return written([before[0], ...others, ...before.slice(1), ...statements], participants, participant => [
    participant.id,
    ...others.map(name => participant.others?.[name] ?? ''),
    participant.group,
    participant.comments,
    participant.votes,
    participant.agrees,
    participant.disagrees,
    ...participant.answers,
  ])
}
