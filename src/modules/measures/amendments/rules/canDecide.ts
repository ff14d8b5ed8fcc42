import { allowed, refused, type Verdict } from '#kernel/rules'
import type { State } from './terms.ts'

export type DecideRefusal = 'not-in-group' | 'decided'

export interface Decider {
  readonly isTownHall: boolean
  readonly isPilot: boolean
  readonly isGroupMember: boolean
}

/** The working group of a measure holds the pen: its pilot and members, and the town hall. */
export const holdsPen = ({ isTownHall, isPilot, isGroupMember }: Decider) => isTownHall || isPilot || isGroupMember

/** An amendment is decided once, by someone who holds the pen. */
export const canDecide = (decider: Decider, state: State): Verdict<DecideRefusal> => {
  if (!holdsPen(decider)) return refused('not-in-group')
  return state === 'open' ? allowed : refused('decided')
}
