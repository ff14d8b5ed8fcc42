import { stewardsOf } from '#engines/booking'
import type { C } from '#kernel/http'
import { personNames } from '#kernel/people'
import { measuresOfService, serviceNamed } from '#modules/catalogue'
import { measuresById } from '#modules/measures'
import { words } from '../locales/index.ts'
import type { Around } from '../pages/PlotsPage.tsx'
import type { Tables } from '../schema.ts'
import { gardenOwner, owner } from '../who.ts'

export type Request = C<Tables>
export const said = (c: Request) => ({ t: words(c.var.locale), locale: c.var.locale })
export const param = (c: Request, name: string) => c.req.param(name) ?? '0'

/** The service that the gardens belong to, and the measures that created or change it. */
export const around = async (c: Request, service: string | null): Promise<Around> => {
  if (service === null) return { service: null, measures: [] }
  const name = await serviceNamed(c.var, service)
  if (name === null) return { service: null, measures: [] }
  const measures = await measuresById(c.var.db, c.var.body.id, await measuresOfService(c.var, service))
  return { service: { id: service, name }, measures: measures.map(({ id, title }) => ({ id, title })) }
}

/** Those who keep one garden, or all of them: a public task, under their names. */
export const stewards = async (c: Request, garden: string) => {
  const named = [...(await stewardsOf(c.var, gardenOwner(garden))), ...(await stewardsOf(c.var, owner))]
  const names = await personNames(
    c.var.db,
    named.map(one => one.person),
  )
  return named.map(({ id, person, title }) => ({ id, title, name: names.get(person) ?? words(c.var.locale)('tenancy.gone') }))
}
