import { addDays, dayInParis } from '#kernel/rules'
import type { AnyWorld, Outcome, OutcomesAsked } from '#kernel/world'
import { type Incident, incidentsOf } from './acts/incidents.ts'
import { words } from './locales/index.ts'
import { bookingsIn } from './queries/bookings.ts'
import { resourcesOf } from './queries/resources.ts'

/** "You said, we did" of a room's things: what people said was broken, what was decided, what was done, how it was used since. */
export const incidentOutcomes = async (
  world: AnyWorld,
  owner: string,
  service: string | null,
  asked: OutcomesAsked,
): Promise<readonly Outcome[]> => {
  if ((asked.measure !== null && asked.service === null) || (asked.service !== null && asked.service !== service)) return []
  const t = words(world.locale)
  const of = new Map((await resourcesOf(world, owner)).map(one => [one.id, one]))
  const said = (await incidentsOf(world, owner)).filter(one => one.kind === 'incident' && of.has(one.resource)).slice(0, asked.limit)
  const used = await usesSince(
    world,
    owner,
    said.filter(one => one.closedAt !== null),
  )
  return said.map(one => {
    const { name, path: url } = of.get(one.resource)!
    const since = used.get(one.id) ?? 0
    const on = dayInParis(one.reportedAt)
    return {
      id: `incident:${one.id}`,
      title: t('outcome.title', { name }),
      service,
      measure: null,
      said: { text: one.description, url, on },
      decided: one.block === null ? null : { text: t('outcome.stopped'), url, on },
      done: one.closedAt === null ? null : { text: one.outcome, url, on: dayInParis(one.closedAt) },
      measured: since === 0 ? null : { text: t('outcome.used', { n: since }), url, on: world.today },
      at: one.closedAt ?? one.reportedAt,
      // a week to answer, which the page where it is said announces
      dueOn: one.closedAt === null && one.block === null ? addDays(on, 7) : null,
    }
  })
}

/** How many times each thing was used since what was wrong with it was put right. */
const usesSince = async (world: AnyWorld, owner: string, incidents: readonly Incident[]): Promise<ReadonlyMap<string, number>> => {
  const first = incidents.map(one => one.closedAt ?? world.now).toSorted()[0] ?? world.now
  if (first >= world.now) return new Map()
  const booked = await bookingsIn(world, owner, { startsAt: first, endsAt: world.now }, ['confirmed', 'present'])
  return new Map(
    incidents.map(one => [
      one.id,
      booked.filter(each => each.kind === 'time' && each.resource === one.resource && each.startsAt >= (one.closedAt ?? world.now)).length,
    ]),
  )
}
