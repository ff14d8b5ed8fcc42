import { text as textOf } from 'node:stream/consumers'
import { z } from 'zod'
import { writePolisComments, writePolisParticipants, writePolisVotes } from '#engines/opinionMap'
import type { AnyWorld } from '#kernel/world'
import { importedComments, importedParticipants, importedVotes } from '../queries/importedFiles.ts'
import type { ConsultationId } from '../schema.ts'

const polarity = z.union([z.literal(-1), z.literal(0), z.literal(1)])
const others = { others: z.record(z.string(), z.string()).exactOptional() }
const Comment = z.object({
  timestamp: z.string(),
  datetime: z.string(),
  id: z.string(),
  author: z.string(),
  agrees: z.number(),
  disagrees: z.number(),
  moderated: polarity,
  body: z.string(),
  ...others,
})
const Participant = z.object({
  id: z.string(),
  group: z.number().nullable(),
  comments: z.number(),
  votes: z.number(),
  agrees: z.number(),
  disagrees: z.number(),
  answers: z.array(polarity.nullable()),
  ...others,
})

export type PolisFile = 'comments' | 'votes' | 'participants-votes'

/** One of the three files of an imported consultation, as it came: same lines, same order, same columns. Null when it was not given. */
export const exportPolis = async (world: AnyWorld, id: ConsultationId, file: PolisFile): Promise<string | null> => {
  if (file === 'comments') return textOf(writePolisComments(z.array(Comment).parse(await importedComments(world, id))))
  if (file === 'votes') {
    const votes = await importedVotes(world, id)
    return textOf(
      writePolisVotes(
        votes.map(({ participant, statement, vote, at, written }) => ({
          participant,
          statement: String(statement),
          vote,
          order: Date.parse(at),
          datetime: written.slice(written.indexOf(' ') + 1),
        })),
      ),
    )
  }
  const found = await importedParticipants(world, id)
  return (
    found &&
    textOf(
      writePolisParticipants({
        statements: z.array(z.string()).parse(found.statements),
        participants: z.array(Participant).parse(found.participants),
      }),
    )
  )
}
