import { allowed, refused, type Verdict } from '#kernel/rules'
import type { StageName } from './stages.ts'

export type StageRefusal = 'not-holder' | 'same-stage' | 'reason-needed' | 'over'

export interface StageChange {
  readonly from: StageName
  readonly to: StageName
  readonly reason: string
  /** Agent, elected member or administrator. */
  readonly isTownHall: boolean
  readonly isPilot: boolean
}

/**
 * The pilot or the town hall moves a measure to any other stage, back as well as forward, and always says why.
 * A measure withdrawn may only be proposed again.
 */
export const canChangeStage = ({ from, to, reason, isTownHall, isPilot }: StageChange): Verdict<StageRefusal> => {
  if (!isTownHall && !isPilot) return refused('not-holder')
  if (from === to) return refused('same-stage')
  if (from === 'withdrawn' && to !== 'proposed') return refused('over')
  if (reason.trim() === '') return refused('reason-needed')
  return allowed
}
