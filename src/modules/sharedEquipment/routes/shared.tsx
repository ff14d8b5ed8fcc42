import { agreementsOf, bodyNames, departuresOf } from '../queries/conventions.ts'
import { words } from '../locales/index.ts'
import type { Here, Request } from '../schema.ts'

export const said = (c: Request) => ({ t: words(c.var.locale), locale: c.var.locale })
export const param = (c: Request, name: string) => c.req.param(name) ?? '0'
export const names = (c: Request) => bodyNames(c.var)

/** Whether this commune is bound today by an agreement: a member of the version in force, and not gone. */
export const isMember = async (world: Here, agreement: number): Promise<boolean> => {
  const found = (await agreementsOf(world)).find(one => one.id === agreement)
  if (!found?.inForce?.terms.members.some(one => one.body === world.body.id)) return false
  return !(await departuresOf(world, agreement)).some(one => one.body === world.body.id && one.leavesOn < world.today)
}
