import { allowed, refused, type Verdict } from '#kernel/rules'
import type { State } from './states.ts'

export type ApprovalRefusal = 'no-minutes' | 'already-approved' | 'not-a-later-meeting' | 'not-in-session' | 'no-quorum'

/** Minutes are approved by the same assembly at a later meeting, in session and in number. */
export const canApproveMinutes = (facts: {
  readonly versions: number
  readonly approved: boolean
  readonly heldAt: string
  readonly approving: { readonly startsAt: string; readonly state: State; readonly quorumReached: boolean } | null
}): Verdict<ApprovalRefusal> => {
  if (facts.versions === 0) return refused('no-minutes')
  if (facts.approved) return refused('already-approved')
  if (!facts.approving || facts.approving.startsAt <= facts.heldAt) return refused('not-a-later-meeting')
  if (facts.approving.state !== 'opened') return refused('not-in-session')
  return facts.approving.quorumReached ? allowed : refused('no-quorum')
}
