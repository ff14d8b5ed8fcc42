import { stewardsOf } from '#engines/booking'
import type { C } from '#kernel/http'
import { personNames } from '#kernel/people'
import { words } from '../locales/index.ts'
import type { Tables } from '../schema.ts'
import { gardenOwner, owner } from '../who.ts'

export type Request = C<Tables>
export const said = (c: Request) => ({ t: words(c.var.locale), locale: c.var.locale })
export const param = (c: Request, name: string) => c.req.param(name) ?? '0'

/** Those who keep one garden, or all of them: a public task, under their names. */
export const stewards = async (c: Request, garden: string) => {
  const named = [...(await stewardsOf(c.var, gardenOwner(garden))), ...(await stewardsOf(c.var, owner))]
  const names = await personNames(
    c.var.db,
    named.map(one => one.person),
  )
  return named.map(({ id, person, title }) => ({ id, title, name: names.get(person) ?? words(c.var.locale)('tenancy.gone') }))
}
