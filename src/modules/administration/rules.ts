import { allowed, refused } from '#kernel/rules'

/** Roles that an administrator gives and ends. Residents and verified residents are not given: they are. */
export const grantable = ['helper', 'agent', 'elected', 'officer', 'administrator', 'member'] as const
export type Grantable = (typeof grantable)[number]

/** May this role be given, between these days? `until` is the last day, included. */
export const canGrant = ({ role, service, since, until, today, held }: GrantQuestion) => {
  if (role === 'agent' && service === '') return refused('agent-without-service')
  if (until !== null && until < since) return refused('ends-before-it-begins')
  if (until !== null && until < today) return refused('already-over')
  if (held.some(one => one.role === role && (one.service ?? '') === service && (one.until === null || one.until >= since)))
    return refused('already-held')
  return allowed
}
export interface GrantQuestion {
  readonly role: Grantable
  readonly service: string
  readonly since: string
  readonly until: string | null
  readonly today: string
  readonly held: readonly { readonly role: string; readonly service: string | null; readonly until: string | null }[]
}

/** May this role be ended? A body never loses its last administrator. */
export const canEnd = ({ role, over, otherAdministrators }: { role: string; over: boolean; otherAdministrators: number }) => {
  if (over) return refused('already-over')
  if (role === 'administrator' && otherAdministrators === 0) return refused('last-administrator')
  return allowed
}
