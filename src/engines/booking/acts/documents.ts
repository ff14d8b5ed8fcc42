import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { bookingDb } from '../where.ts'
import { hand } from './enterState.ts'

/** The person signs an edition of the rules of the house; twice is once. */
export const signDocument = async (world: AnyWorld, person: string, document: string, edition: number): Promise<void> => {
  const { numInsertedOrUpdatedRows } = await bookingDb(world)
    .insertInto('booking.acceptance')
    .values({
      body_id: world.body.id,
      document,
      edition,
      person_id: person,
      accepted_at: world.now,
      keyed_by: world.actor.onBehalf ? hand(world) : null,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if ((numInsertedOrUpdatedRows ?? 0n) > 0n)
    await record(world, 'rules.signed', { subject: `document:${document}`, content: { document, edition, person } })
}

/** The editions a person signed, and when. */
export const signaturesOf = (world: Pick<AnyWorld, 'db' | 'body'>, person: string) =>
  bookingDb(world)
    .selectFrom('booking.acceptance')
    .select(['document', 'edition', 'accepted_at as at'])
    .where('body_id', '=', world.body.id)
    .where('person_id', '=', person)
    .orderBy('document')
    .orderBy('edition', 'desc')
    .execute()
