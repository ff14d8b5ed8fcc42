import { addPolicy, addResource, addSession, policyNamed, type Resource, resourcesOf, type Session, sessionsOf } from '#engines/booking'
import { addDays, instantInParis } from '#kernel/rules'
import { record } from '#kernel/journal'
import { z } from 'zod'
import type { Garden, Plot } from '../queries/gardens.ts'
import { heldIn } from '../queries/tenancies.ts'
import type { Here } from '../schema.ts'
import { owner } from '../who.ts'
import { tell } from './tell.ts'

export const saveGarden = async (world: Here, garden: Omit<Garden, 'id' | 'closedOn' | 'closedBecause'>): Promise<string> => {
  const { service, runBy, ...rest } = garden
  const { id } = await world.db
    .insertInto('plots.garden')
    .values({ body_id: world.body.id, ...rest, run_by: runBy, service_id: service, closed_on: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'garden.opened', { subject: `garden:${id}`, content: { name: garden.name } })
  return id
}
export type NewPlot = Pick<Plot, 'number' | 'kind' | 'squareMetres' | 'x' | 'y' | 'width' | 'height' | 'water' | 'sun'>
export const savePlot = async (world: Here, garden: string, plot: NewPlot): Promise<string> => {
  const { squareMetres, ...rest } = plot
  const { id } = await world.db
    .insertInto('plots.plot')
    .values({ body_id: world.body.id, garden_id: garden, ...rest, square_metres: squareMetres, withdrawn_on: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'plot.added', { subject: `plot:${id}`, content: { garden, number: plot.number } })
  return id
}
/** No longer given, with the reason that everyone reads; whoever has it keeps it until the end. */
export const withdrawPlot = async (world: Here, plot: Pick<Plot, 'id'>, reason: string): Promise<void> => {
  await world.db
    .updateTable('plots.plot')
    .set({ withdrawn_on: world.today, withdrawn_because: reason })
    .where('body_id', '=', world.body.id)
    .where('id', '=', plot.id)
    .where('withdrawn_on', 'is', null)
    .execute()
  const held = (await heldIn(world)).filter(one => one.plot === plot.id && one.endedOn === null)
  for (const one of held)
    await tell(world, {
      person: one.person,
      kind: 'withdrawn',
      tenancy: one.id,
      facts: { plot: one.plotNumber, garden: one.gardenName, until: one.until, reason },
    })
  await record(world, 'plot.closed', { subject: `plot:${plot.id}`, content: { reason } })
}

const InGarden = z.object({ garden: z.string() }).catch({ garden: '' })
export const gardenOf = (thing: Resource | Session): string => InGarden.parse(thing.details).garden

/** Days and tools are anybody's: no permit, one may give up a place until the day. */
const openPolicy = async (world: Here): Promise<string> =>
  (await policyNamed(world, owner, 'open')) ??
  (await addPolicy(world, {
    owner,
    name: 'open',
    since: world.today,
    source: '',
    rules: { waiting: { offerHours: 24 }, reminderHours: 24, length: { step: 60, least: 60, most: 2880 } },
  }))

/** A collective day: work, sowing, composting, a shared meal. @returns its number */
export const addDay = async (
  world: Here,
  garden: Garden,
  day: {
    readonly name: string
    readonly about: string
    readonly on: string
    readonly from: string
    readonly hours: number
    readonly places: number
  },
): Promise<string> => {
  const startsAt = instantInParis(day.on, day.from)
  const endsAt = new Date(Date.parse(startsAt) + day.hours * 3_600_000).toISOString()
  const id = await addSession(world, {
    owner,
    kind: 'day',
    name: day.name,
    path: '/jardins/journees/:id',
    description: day.about,
    place: garden.place || garden.name,
    startsAt,
    endsAt,
    capacity: day.places,
    policy: await openPolicy(world),
    details: { garden: garden.id },
  })
  await record(world, 'garden.invited', { subject: `garden:${garden.id}`, content: { day: id, on: day.on } })
  return id
}
/** The days to come of a garden, or of every one, in the coming half-year. */
export const daysOf = async (world: Here, garden: string | null): Promise<readonly Session[]> => {
  const span = { startsAt: world.now, endsAt: `${addDays(world.today, 183)}T00:00:00.000Z` }
  const sessions = await sessionsOf(world, owner, span, 'day')
  return sessions.filter(one => one.body === world.body.id && (garden === null || gardenOf(one) === garden))
}

/** A tap, a pump, a tank; or a tool, lent from the engine's own page. */
export const addThing = async (world: Here, garden: Garden, thing: { readonly kind: 'water' | 'tool'; readonly name: string }) =>
  addResource(world, {
    owner,
    kind: thing.kind,
    name: thing.name,
    ...(thing.kind === 'water' ? { path: `/jardins/lieux/${garden.id}` } : {}),
    place: garden.name,
    calendar: null,
    policy: await openPolicy(world),
    details: { garden: garden.id },
  })
export const thingsOf = async (world: Here, garden: string): Promise<readonly Resource[]> =>
  (await resourcesOf(world, owner)).filter(one => gardenOf(one) === garden)
