import { allowed, refused, type Verdict } from '#kernel/rules'

export type CandidacyRefusal = 'ended' | 'no-vacancy' | 'already-sits' | 'already-applied' | 'not-verified'

/** A resident may apply for a seat of users that is vacant, once at a time. */
export const canApply = (facts: {
  readonly isEnded: boolean
  /** Seats of users without a holder. */
  readonly vacancies: number
  readonly sits: boolean
  readonly hasApplied: boolean
  readonly isVerified: boolean
  /** The commune asks that candidates have proven to live here. */
  readonly verifiedOnly: boolean
}): Verdict<CandidacyRefusal> => {
  if (facts.isEnded) return refused('ended')
  if (facts.sits) return refused('already-sits')
  if (facts.hasApplied) return refused('already-applied')
  if (facts.vacancies === 0) return refused('no-vacancy')
  return facts.verifiedOnly && !facts.isVerified ? refused('not-verified') : allowed
}

export type DecisionRefusal = 'already-decided' | 'reason-missing' | 'no-vacancy'

/** Every candidate is answered with a reason; accepting takes a seat that is still free. */
export const canAnswerCandidacy = (facts: {
  readonly decided: boolean
  readonly decision: 'accepted' | 'refused'
  readonly reason: string
  readonly seatIsFree: boolean
}): Verdict<DecisionRefusal> => {
  if (facts.decided) return refused('already-decided')
  if (facts.reason === '') return refused('reason-missing')
  return facts.decision === 'accepted' && !facts.seatIsFree ? refused('no-vacancy') : allowed
}
