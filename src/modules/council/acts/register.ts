import { record } from '#kernel/journal'
import { deliberationSubject } from '../council.ts'
import type { ListLine } from '../rules/examined.ts'
import type { Here } from '../schema.ts'

/** What the prefecture acknowledged; a second line corrects the first. */
export const noteTransmission = async (world: Here, deliberation: string, receivedOn: string, acknowledgement: string): Promise<void> => {
  await world.db
    .insertInto('council.transmission')
    .values({
      body_id: world.body.id,
      deliberation_id: deliberation,
      received_on: receivedOn,
      acknowledgement,
      noted_by: world.actor.personId,
      noted_at: world.now,
    })
    .execute()
  await record(world, 'council.deliberation-transmitted', {
    subject: deliberationSubject(deliberation),
    content: { deliberation, receivedOn, acknowledgement },
  })
}

/** Puts on line, for good, the list of what a session examined. */
export const publishList = async (world: Here, meeting: string, lines: readonly ListLine[]): Promise<void> => {
  await world.db
    .insertInto('council.list_publication')
    .values({
      body_id: world.body.id,
      meeting_id: meeting,
      lines: JSON.stringify(lines),
      published_by: world.actor.personId,
      published_at: world.now,
    })
    .execute()
  await record(world, 'council.list-published', { subject: `meeting:${meeting}`, content: { meeting, lines: lines.length } })
}
