import { record } from '#kernel/journal'
import type { Crop, TakenFor } from '../rules/terms.ts'
import type { Here } from '../schema.ts'

/** Keeps what a garden gave, in grams. */
export const addHarvest = async (
  world: Here,
  harvest: { readonly garden: string; readonly plot: string | null; readonly on: string; readonly kind: Crop; readonly grams: number },
): Promise<void> => {
  await world.db
    .insertInto('plots.harvest')
    .values({
      body_id: world.body.id,
      garden_id: harvest.garden,
      plot_id: harvest.plot,
      harvested_on: harvest.on,
      kind: harvest.kind,
      grams: harvest.grams,
      person_id: world.actor.personId,
    })
    .execute()
  await record(world, 'plot.harvested', { subject: `garden:${harvest.garden}`, content: { kind: harvest.kind, grams: harvest.grams } })
}

/** Too much of something: offered to the canteen, the market, the neighbours. The event is there for the rooms that want it. */
export const offerSurplus = async (
  world: Here,
  surplus: { readonly garden: string; readonly kind: Crop; readonly grams: number; readonly untilOn: string },
): Promise<string> => {
  const { id } = await world.db
    .insertInto('plots.surplus')
    .values({
      body_id: world.body.id,
      garden_id: surplus.garden,
      kind: surplus.kind,
      grams: surplus.grams,
      offered_on: world.today,
      until_on: surplus.untilOn,
      person_id: world.actor.personId,
      taken_at: null,
      taken_for: null,
      taken_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { garden, kind, grams, untilOn } = surplus
  await record(world, 'surplus.offered', { subject: `surplus:${id}`, content: { garden, kind, grams, until: untilOn } })
  return id
}

/** Takes what is offered; false when somebody else was faster or when it is over. */
export const takeSurplus = async (world: Here, id: string, takenFor: TakenFor): Promise<boolean> => {
  const { numUpdatedRows } = await world.db
    .updateTable('plots.surplus')
    .set({ taken_at: world.now, taken_for: takenFor, taken_by: world.actor.personId })
    .where('body_id', '=', world.body.id)
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .where('until_on', '>=', world.today)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await record(world, 'surplus.taken', { subject: `surplus:${id}`, content: { for: takenFor } })
  return true
}
