import { endMandate as endSeat, meetingsWorld, seatMember } from '#engines/meetings'
import { interested } from '#engines/following'
import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import { councilOwner } from '../council.ts'
import { ensureCouncil } from '../queries/assembly.ts'
import type { Mandate } from '../queries/mandates.ts'
import type { CouncilFunction, Here } from '../schema.ts'

export interface GivenMandate {
  readonly personId: string
  readonly function: CouncilFunction
  readonly rank: number | null
  readonly portfolio: string
  readonly bloc: string
  readonly since: string
  readonly until: string | null
  readonly record: string
}

/** Writes down who sits, from which day, and what proves it; the mayor chairs the council's sessions. */
export const giveMandate = async (world: Here, given: GivenMandate): Promise<void> => {
  const { personId, ...rest } = given
  await world.db
    .insertInto('council.mandate')
    .values({
      body_id: world.body.id,
      person_id: personId,
      ...rest,
      added_by: world.actor.personId,
      added_at: world.now,
      ended_by: null,
    })
    .execute()
  const assembly = await ensureCouncil(world)
  await seatMember(meetingsWorld(world), assembly.id, {
    personId,
    college: 'elected',
    role: given.function === 'mayor' ? 'chair' : 'member',
    since: given.since,
    until: given.until,
    addedBy: world.actor.personId,
  })
  await interested(world, councilOwner, personId, 'member')
  await record(world, 'council.member-seated', {
    subject: councilOwner,
    content: { person: personId, function: given.function, since: given.since, until: given.until },
  })
}

/** A mandate ends, its last day included; one that had not begun leaves no line. */
export const endMandate = async (world: Here, mandate: Mandate, lastDay: string, reason: string): Promise<void> => {
  const key = sql`body_id = ${world.body.id} and id = ${mandate.id}`
  await sql`delete from council.mandate where ${key} and since > ${lastDay}::date`.execute(world.db)
  await sql`update council.mandate set until = ${lastDay}, end_reason = ${reason}, ended_by = ${world.actor.personId} where ${key}`.execute(
    world.db,
  )
  const assembly = await ensureCouncil(world)
  await endSeat(meetingsWorld(world), assembly.id, mandate.personId, lastDay)
  await record(world, 'council.mandate-ended', { subject: councilOwner, content: { person: mandate.personId, lastDay, reason } })
}
