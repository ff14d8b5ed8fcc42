import type { Outcome, OutcomesAsked } from '#kernel/service'
import type { AnyWorld, Contributor } from '#kernel/world'
import { measuresOfService, serviceNamed, servicesOfMeasure } from '#modules/catalogue'
import { measuresById } from '#modules/measures'
import { inOrder } from './rules/standing.ts'

/** As many threads as a page of the commune looks at, in each room. */
export const mostThreads = 500

/** A thread with the names of what it is about. */
export interface NamedOutcome extends Outcome {
  readonly serviceName: string | null
  readonly measureTitle: string | null
}

/** Every thread that rooms tell about a service, a measure, or the whole commune, the latest first. */
export const gatherOutcomes = async (
  rooms: readonly Contributor[],
  world: AnyWorld,
  about: { readonly service: string | null; readonly measure: string | null },
  limit = mostThreads,
): Promise<readonly NamedOutcome[]> => {
  const asked = await askedOf(world, about, limit)
  const threads: Outcome[] = []
  for (const room of rooms) if (room.outcomes) for (const one of asked) threads.push(...(await room.outcomes(world as never, one))) // each room reads its own tables
  return named(world, inOrder(threads).slice(0, limit))
}

/** What concerns a service is also what concerns the measures bound to it. */
const askedOf = async (world: AnyWorld, { service, measure }: { service: string | null; measure: string | null }, limit: number) => {
  const measures = service === null ? [] : await measuresOfService(world, service)
  return [{ service, measure, limit }, ...measures.map(id => ({ service: null, measure: id, limit }))] satisfies readonly OutcomesAsked[]
}

/** Names are read once for each service and measure. A thread about a measure alone is also about its service, when it has one. */
const named = async (world: AnyWorld, threads: readonly Outcome[]): Promise<readonly NamedOutcome[]> => {
  const measures = [...new Set(threads.flatMap(({ measure }) => measure ?? []))]
  const titles = new Map<string, string>()
  for (let at = 0; at < measures.length; at += 100)
    for (const { id, title } of await measuresById(world.db, world.body.id, measures.slice(at, at + 100))) titles.set(id, title)
  const names = new Map<string, string | null>()
  const nameOf = async (service: string) => {
    if (!names.has(service)) names.set(service, await serviceNamed(world, service))
    return names.get(service) ?? null
  }
  const services = new Map<string, { id: string; name: string } | null>()
  const serviceOf = async (measure: string) => {
    if (!services.has(measure)) services.set(measure, (await servicesOfMeasure(world.db as never, world.body.id, measure))[0] ?? null) // the catalogue reads its own tables
    return services.get(measure) ?? null
  }
  const found: NamedOutcome[] = []
  for (const thread of threads) {
    const own = thread.service === null ? null : { id: thread.service, name: await nameOf(thread.service) }
    const about = own ?? (thread.measure === null ? null : await serviceOf(thread.measure))
    const measureTitle = thread.measure === null ? null : (titles.get(thread.measure) ?? null)
    found.push({ ...thread, service: about?.id ?? null, serviceName: about?.name ?? null, measureTitle })
  }
  return found
}
