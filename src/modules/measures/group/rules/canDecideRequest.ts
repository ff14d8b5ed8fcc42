import { allowed, refused, type Verdict } from '#kernel/rules'

export type DecisionRefusal = 'not-yours' | 'already-decided' | 'reason-missing'

/** The pilot or the town hall answers a request; a refusal always says why. */
export const canDecideRequest = (facts: {
  mayDecide: boolean
  decided: boolean
  decision: 'accepted' | 'refused'
  reason: string
}): Verdict<DecisionRefusal> => {
  if (!facts.mayDecide) return refused('not-yours')
  if (facts.decided) return refused('already-decided')
  return facts.decision === 'refused' && facts.reason === '' ? refused('reason-missing') : allowed
}
