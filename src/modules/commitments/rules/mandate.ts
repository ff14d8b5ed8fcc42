/** Stages of a measure after a decision: something should be promised. */
const afterDecision: readonly string[] = ['decided', 'under-way', 'running']

export const mandateStates = ['late', 'unpromised', 'in-time', 'kept', 'shaping', 'closed'] as const
/**
 * Where a measure of the programme stands: `late` when one of its promises is; `unpromised` when it was decided and nothing was
 * promised; `kept` when every promise is; `shaping` while it is discussed; `closed` once evaluated or withdrawn without promise.
 */
export type MandateState = (typeof mandateStates)[number]

export const mandateState = (
  stage: string,
  promises: readonly { readonly isLate: boolean; readonly isKept: boolean; readonly isWithdrawn: boolean }[],
): MandateState => {
  if (promises.some(({ isLate }) => isLate)) return 'late'
  const standing = promises.filter(({ isWithdrawn }) => !isWithdrawn)
  if (standing.length > 0) return standing.every(({ isKept }) => isKept) ? 'kept' : 'in-time'
  if (afterDecision.includes(stage)) return 'unpromised'
  return stage === 'evaluated' || stage === 'withdrawn' ? 'closed' : 'shaping'
}
