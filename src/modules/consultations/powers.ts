import { townHall } from '#kernel/http'
import type { Actor } from '#kernel/people'
import type { AnyWorld } from '#kernel/world'
import { sitsInGroupOf } from '#modules/measures'

/** Who prepares and runs a consultation: the town hall, or the working group of the measure it is about. */
export const mayRun = async (world: AnyWorld & { readonly actor: Actor }, measure: string | null): Promise<boolean> =>
  townHall.allows(world.actor) || (measure !== null && (await sitsInGroupOf(world, measure, world.actor.personId)))
