import { mayRun, stewardsOf } from '#engines/booking'
import { type C, forbidden } from '#kernel/http'
import { words } from '../locales/index.ts'
import type { Tables } from '../schema.ts'
import { owner } from '../where.ts'

export type Request = C<Tables>
/** Whether whoever is here runs the space. Nobody does while they hold the pen for somebody else. */
export const runs = (c: Request) => mayRun(c.var, owner)
/** 403 for those who do not run it; undefined for those who do. */
export const refusedUnlessRunning = async (c: Request) =>
  (await runs(c)) ? undefined : forbidden(c, words(c.var.locale)('desk.forbidden'))

/** Whether whoever is here is a facilitator, named for this space: other agents read no mandate and use none. */
export const facilitates = async (c: Request) =>
  (await stewardsOf(c.var, owner)).some(({ person }) => person === c.var.actor.personId && c.var.actor.onBehalf === null)
export const refusedUnlessFacilitating = async (c: Request) =>
  (await facilitates(c)) ? undefined : forbidden(c, words(c.var.locale)('mandates.forbidden'))
