import { mayRun, stewardedBy } from '#engines/booking'
import type { Here } from './schema.ts'

export const owner = 'plots'
/** The name under which stewards of one garden are kept. */
export const gardenOwner = (garden: string) => `${owner}:${garden}`
type Where = Pick<Here, 'db' | 'body' | 'today' | 'actor'>

/** An agent, a steward of all gardens, or a steward of that one. */
export const runsGarden = async (world: Where, garden: string): Promise<boolean> =>
  (await mayRun(world, owner)) || (await mayRun(world, gardenOwner(garden)))

/** The gardens that the actor runs: null is all of them, an empty list none. */
export const gardensRun = async (world: Where): Promise<readonly string[] | null> => {
  if (await mayRun(world, owner)) return null
  if (world.actor.personId === null) return []
  const owners = await stewardedBy(world, world.actor.personId)
  return owners.filter(name => name.startsWith(`${owner}:`)).map(name => name.slice(owner.length + 1))
}
/** Who holds the pen: at the desk, not the person it is for. */
export const pen = ({ actor }: Pick<Here, 'actor'>): string | null => actor.onBehalf?.keyedBy ?? actor.personId
