import { addDays, allowed, refused, type Verdict } from '#kernel/rules'

/** The last day of a mandate, included: one of a single day holds that very day, and no more. */
export const lastDayOf = (firstDay: string, days: number): string => addDays(firstDay, days - 1)

export interface MandateFacts {
  readonly firstDay: string
  readonly lastDay: string
  readonly scopes: readonly { readonly scope: string; readonly revokedAt: string | null }[]
  readonly expiredAt: string | null
}
export type MandateState = 'active' | 'ended' | 'revoked'

/** Ended: its last day is past. Revoked: every scope was taken back before that. */
export const stateOn = ({ lastDay, scopes, expiredAt }: MandateFacts, today: string): MandateState => {
  if (scopes.every(({ revokedAt }) => revokedAt !== null)) return 'revoked'
  return expiredAt !== null || today > lastDay ? 'ended' : 'active'
}

/** Whether something may be done in that scope, in the person's name, today. */
export const mayUse = (mandate: MandateFacts, scope: string, today: string): Verdict<'not-in-it' | 'revoked' | 'ended'> => {
  const found = mandate.scopes.find(one => one.scope === scope)
  if (!found) return refused('not-in-it')
  if (found.revokedAt !== null) return refused('revoked')
  if (mandate.expiredAt !== null || today > mandate.lastDay || today < mandate.firstDay) return refused('ended')
  return allowed
}
