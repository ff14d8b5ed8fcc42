import type { C } from '#kernel/http'
import { relatedTo, type RelatedGroup } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { measuresById } from '#modules/measures'
import { words } from './locales/index.ts'
import type { T } from './locales/index.ts'
import { readService, readServices, type ServiceDetail } from './queries.ts'
import type { ServiceId, Tables } from './schema.ts'

export interface AboutServiceProps {
  readonly t: T
  readonly service: ServiceDetail
  readonly measures: readonly { readonly id: string; readonly title: string }[]
  readonly related: readonly RelatedGroup[]
}

/** What a room that runs a service shows of it with `<AboutService>`: the measures that created it, who runs it, its committee, its figures. Null when it is not in the catalogue. */
// oxlint-disable-next-line typescript/no-explicit-any -- the rooms of other modules ask, each with its own tables
export const aboutService = async (c: C<any>, id: ServiceId | null): Promise<AboutServiceProps | null> => {
  const { db, body, contributors, locale } = c.var as C<Tables>['var'] // the same transaction; only the names of its tables differ
  const service = id === null ? null : await readService(db, body.id, id)
  if (!service) return null
  return {
    t: words(locale),
    service,
    measures: await measuresById(db, body.id, service.measures),
    related: await relatedTo(contributors, c.var, `service:${service.id}`),
  }
}

/** The number of the service of that very name, or null: a demonstration binds its room to it. */
export const serviceCalled = async (world: Pick<AnyWorld, 'db' | 'body'>, name: string): Promise<ServiceId | null> =>
  (await readServices(world.db, world.body.id)).find(one => one.name === name)?.id ?? null
