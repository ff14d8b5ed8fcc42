import { cancelSession } from '#engines/booking'
import { record } from '#kernel/journal'
import { allowed, refused, type Verdict } from '#kernel/service'
import type { Garden, Plot } from '../queries/gardens.ts'
import { heldIn, type Tenancy } from '../queries/tenancies.ts'
import type { Here } from '../schema.ts'
import { endTenancy } from './endTenancy.ts'
import { daysOf, type NewPlot } from './gardens.ts'
import { tell } from './tell.ts'

export type GardenFacts = Omit<Garden, 'id' | 'closedOn' | 'closedBecause'>

/** Says a garden again: its name, its place, how one comes in, its plan. */
export const changeGarden = async (world: Here, garden: Garden, facts: GardenFacts): Promise<void> => {
  const { service, runBy, ...rest } = facts
  await world.db
    .updateTable('plots.garden')
    .set({ ...rest, run_by: runBy, service_id: service })
    .where('body_id', '=', world.body.id)
    .where('id', '=', garden.id)
    .execute()
  await record(world, 'garden.changed', { subject: `garden:${garden.id}`, content: { name: facts.name } })
}

/** It closes after that day: nothing of it is given any more, those who have a plot are told and keep it until then. @returns how many were told */
export const closeGarden = async (
  world: Here,
  garden: Garden,
  { on, reason }: { readonly on: string; readonly reason: string },
): Promise<number> => {
  await world.db
    .updateTable('plots.garden')
    .set({ closed_on: on, closed_because: reason })
    .where('body_id', '=', world.body.id)
    .where('id', '=', garden.id)
    .execute()
  const held = await holdersOf(world, garden.id)
  for (const tenancy of held) {
    if (tenancy.since > on) await endTenancy(world, tenancy, 'season-over')
    else if (tenancy.until > on)
      await world.db
        .updateTable('plots.tenancy')
        .set({ until: on })
        .where('body_id', '=', world.body.id)
        .where('id', '=', tenancy.id)
        .execute()
    await tell(world, {
      person: tenancy.person,
      kind: 'closing',
      tenancy: tenancy.id,
      facts: { plot: tenancy.plotNumber, garden: garden.name, closesOn: on, reason },
    })
  }
  for (const day of await daysOf(world, garden.id)) if (day.startsAt.slice(0, 10) > on) await cancelSession(world, day, reason)
  await record(world, 'garden.closed', { subject: `garden:${garden.id}`, content: { name: garden.name, on, reason, told: held.length } })
  return held.length
}

/** What changes of a plot. Its area stays while somebody has it: the fee was said for it; whoever has it reads what else changed. */
export const changePlot = async (world: Here, plot: Plot, facts: NewPlot): Promise<Verdict<'held'>> => {
  const held = (await holdersOf(world, plot.garden)).filter(one => one.plot === plot.id)
  if (held.length > 0 && facts.squareMetres !== plot.squareMetres) return refused('held')
  const { squareMetres, ...rest } = facts
  await world.db
    .updateTable('plots.plot')
    .set({ ...rest, square_metres: squareMetres })
    .where('body_id', '=', world.body.id)
    .where('id', '=', plot.id)
    .execute()
  for (const one of held)
    await tell(world, {
      person: one.person,
      kind: 'changed',
      tenancy: one.id,
      facts: { plot: facts.number, before: plot.number, garden: plot.gardenName },
    })
  await record(world, 'plot.changed', { subject: `plot:${plot.id}`, content: { garden: plot.garden, number: facts.number } })
  return allowed
}

/** It can be given again. */
export const restorePlot = async (world: Here, plot: Plot): Promise<void> => {
  await world.db
    .updateTable('plots.plot')
    .set({ withdrawn_on: null, withdrawn_because: '' })
    .where('body_id', '=', world.body.id)
    .where('id', '=', plot.id)
    .execute()
  await record(world, 'plot.restored', { subject: `plot:${plot.id}`, content: { garden: plot.garden, number: plot.number } })
}

const holdersOf = async (world: Here, garden: string): Promise<readonly Tenancy[]> =>
  (await heldIn(world, [garden])).filter(one => one.endedOn === null)
