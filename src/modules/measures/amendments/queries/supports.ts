import { record } from '#kernel/journal'
import type { AmendmentId, Here } from '../schema.ts'

/** This person supports the amendment; twice is once. */
export const supportAmendment = async (world: Here, measure: string, id: AmendmentId, personId: string) => {
  const { actor } = world
  const given = await world.db
    .insertInto('measures.amendment_support')
    .values({
      body_id: world.body.id,
      amendment_id: id,
      person_id: personId,
      supported_at: world.now,
      channel: actor.onBehalf?.channel ?? 'screen',
      keyed_by: actor.onBehalf?.keyedBy ?? null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('amendment_id')
    .executeTakeFirst()
  if (given) await record(world, 'amendment.supported', { subject: `amendment:${id}`, content: { measure, amendment: id } })
}

/** Takes the support back; the journal keeps both facts. */
export const withdrawAmendmentSupport = async (world: Here, measure: string, id: AmendmentId, personId: string) => {
  const taken = await world.db
    .deleteFrom('measures.amendment_support')
    .where('body_id', '=', world.body.id)
    .where('amendment_id', '=', id)
    .where('person_id', '=', personId)
    .returning('amendment_id')
    .executeTakeFirst()
  if (taken) await record(world, 'amendment.unsupported', { subject: `amendment:${id}`, content: { measure, amendment: id } })
}
