import { allowed, refused, type Verdict } from '#kernel/rules'

export type Refusal = 'already-today'

/** A person leaves one remark a day. */
export const canRemark = ({ hasRemarkedToday }: { hasRemarkedToday: boolean }): Verdict<Refusal> =>
  hasRemarkedToday ? refused('already-today') : allowed
