import { isTownHall } from '#engines/moderation'
import type { Actor } from '#kernel/people'
import type { AnyWorld } from '#kernel/world'
import { isGroupMember, isPilot } from '../group/powers.ts'
import type { Decider } from './rules/canDecide.ts'

/** In what quality this person may hold the pen of a measure; the group is asked only when nothing else answers. */
export const deciderOf = async (
  world: AnyWorld & { readonly actor: Actor },
  measure: { readonly id: string; readonly pilotId: string | null },
): Promise<Decider> => {
  const known = { isTownHall: isTownHall(world.actor), isPilot: isPilot(measure, world.actor.personId) }
  return { ...known, isGroupMember: !known.isTownHall && !known.isPilot && (await isGroupMember(world, measure, world.actor.personId)) }
}
