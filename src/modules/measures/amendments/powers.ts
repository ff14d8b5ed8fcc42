import { isTownHall } from '#engines/moderation'
import type { Actor } from '#kernel/people'
import type { Decider } from './rules/canDecide.ts'

/** In what quality this person may hold the pen of a measure. */
export const deciderOf = (actor: Actor, measure: { readonly pilotId: string | null }, isGroupMember = false): Decider => ({
  isTownHall: isTownHall(actor),
  isPilot: actor.personId !== null && actor.personId === measure.pilotId,
  isGroupMember,
})
