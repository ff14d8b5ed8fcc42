import type { AnyWorld } from '#kernel/world'
import type { Ballot } from './ballots.ts'
import { enterStep } from './changeBallot.ts'

/**
 * Cancels a vote before its close, with its reason. Ballots already cast are never counted; the clock destroys them, since a request
 * sees none but its own.
 */
export const cancelBallot = (world: AnyWorld, ballot: Ballot, reason: string) => enterStep(world, ballot, 'cancelled', { reason })
