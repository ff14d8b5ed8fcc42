import { together } from '#kernel/db'
import type { Outcome, OutcomesAsked } from '#kernel/service'
import type { AnyWorld, Contributor } from '#kernel/world'
import { firstServices, measuresOfService, servicesNamed } from '#modules/catalogue'
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
  const threads = await together(
    rooms.flatMap(room => asked.map(async one => room.outcomes?.(world as never, one) ?? [])), // each room reads its own tables
  )
  return named(world, inOrder(threads.flat()).slice(0, limit))
}

/** What concerns a service is also what concerns the measures bound to it. */
const askedOf = async (world: AnyWorld, { service, measure }: { service: string | null; measure: string | null }, limit: number) => {
  const measures = service === null ? [] : await measuresOfService(world, service)
  return [{ service, measure, limit }, ...measures.map(id => ({ service: null, measure: id, limit }))] satisfies readonly OutcomesAsked[]
}

/** Names are read in three statements at most. A thread about a measure alone is also about its service, when it has one. */
const named = async (world: AnyWorld, threads: readonly Outcome[]): Promise<readonly NamedOutcome[]> => {
  const measures = [...new Set(threads.flatMap(({ measure }) => measure ?? []))]
  const [titles, names, services] = await together([
    titlesOf(world, measures),
    servicesNamed(
      world,
      threads.flatMap(({ service }) => service ?? []),
    ),
    firstServices(world.db as never, world.body.id, measures), // the catalogue reads its own tables
  ])
  return threads.map(thread => {
    const own = thread.service === null ? null : { id: thread.service, name: names.get(thread.service) ?? null }
    const about = own ?? (thread.measure === null ? null : (services.get(thread.measure) ?? null))
    const measureTitle = thread.measure === null ? null : (titles.get(thread.measure) ?? null)
    return { ...thread, service: about?.id ?? null, serviceName: about?.name ?? null, measureTitle }
  })
}

const titlesOf = async (world: AnyWorld, measures: readonly string[]) => {
  const hundreds = Array.from({ length: Math.ceil(measures.length / 100) }, (_, at) => measures.slice(at * 100, at * 100 + 100))
  const found = await together(hundreds.map(some => measuresById(world.db, world.body.id, some)))
  return new Map(found.flat().map(({ id, title }) => [id, title]))
}
