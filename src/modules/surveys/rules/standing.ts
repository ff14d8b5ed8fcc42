import { allowed, refused, type Verdict } from '#kernel/rules'

export const audiences = ['anyone', 'registered', 'verified'] as const
export type Audience = (typeof audiences)[number]
/** Being written; open to answers; over, while sheets of paper are keyed in; counted. */
export type Standing = 'preparing' | 'open' | 'over' | 'counted'

export interface Dates {
  readonly openedAt: string | null
  /** Last day, included. */
  readonly closesOn: string | null
  readonly closedAt: string | null
}
export const standingOf = ({ openedAt, closesOn, closedAt }: Dates, today: string): Standing => {
  if (openedAt === null) return 'preparing'
  if (closedAt !== null) return 'counted'
  return closesOn !== null && today > closesOn ? 'over' : 'open'
}

export type AnswerRefusal = 'not-open' | 'sign-in' | 'not-verified' | 'already'
/** Who may answer an open survey on the screen: its audience, once each. */
export const canAnswer = (asked: {
  readonly standing: Standing
  readonly audience: Audience
  readonly isSignedIn: boolean
  readonly isVerified: boolean
  readonly hasAnswered: boolean
}): Verdict<AnswerRefusal> => {
  if (asked.standing !== 'open') return refused('not-open')
  if (asked.audience !== 'anyone' && !asked.isSignedIn) return refused('sign-in')
  if (asked.audience === 'verified' && !asked.isVerified) return refused('not-verified')
  return asked.hasAnswered ? refused('already') : allowed
}

export type ProlongRefusal = 'not-open' | 'not-later'
/** The last day may be put off while the survey is open, to a later day. */
export const canProlong = (standing: Standing, closesOn: string | null, until: string, today: string): Verdict<ProlongRefusal> => {
  if (standing !== 'open') return refused('not-open')
  return until > (closesOn ?? today) && until > today ? allowed : refused('not-later')
}

export type PublishRefusal = 'not-counted' | 'nobody'
/** Results come out once no answer can come in any more: two live tables would tell what the newcomer said. */
export const canPublish = (standing: Standing, responses: number): Verdict<PublishRefusal> => {
  if (standing !== 'counted') return refused('not-counted')
  return responses > 0 ? allowed : refused('nobody')
}
