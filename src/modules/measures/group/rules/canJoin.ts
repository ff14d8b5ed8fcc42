import { allowed, refused, type Verdict } from '#kernel/rules'
import type { StageName } from '../../rules/stages.ts'

export type JoinRefusal = 'already-member' | 'already-asked' | 'group-ended'

/** Anyone signed in may ask to work on a measure, until it is withdrawn. */
export const canJoin = ({
  stage,
  isMember,
  hasAsked,
}: {
  stage: StageName
  isMember: boolean
  hasAsked: boolean
}): Verdict<JoinRefusal> => {
  if (stage === 'withdrawn') return refused('group-ended')
  if (isMember) return refused('already-member')
  return hasAsked ? refused('already-asked') : allowed
}
