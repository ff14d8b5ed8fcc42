import { record } from '#kernel/journal'
import type { Tenancy } from '../queries/tenancies.ts'
import type { EndedBecause } from '../rules/terms.ts'
import type { Here } from '../schema.ts'

/** The plot is nobody's from today; what was open about it is over. */
export const endTenancy = async (world: Here, tenancy: Tenancy, because: EndedBecause): Promise<void> => {
  await world.db
    .updateTable('plots.tenancy')
    .set({ ended_on: world.today, ended_because: because })
    .where('body_id', '=', world.body.id)
    .where('id', '=', tenancy.id)
    .where('ended_on', 'is', null)
    .execute()
  await endSteps(world, tenancy.id, because === 'released' ? 'done' : 'left')
  await record(world, 'plot.freed', { subject: `tenancy:${tenancy.id}`, content: { plot: tenancy.plot, because } })
}

/** The steps about a plot are over, and why. @returns how many were open */
export const endSteps = async (world: Here, tenancy: string, because: 'cured' | 'upheld' | 'done' | 'left'): Promise<number> => {
  const { numUpdatedRows } = await world.db
    .updateTable('plots.step')
    .set({ ended_on: world.today, ended_because: because })
    .where('body_id', '=', world.body.id)
    .where('tenancy_id', '=', tenancy)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
