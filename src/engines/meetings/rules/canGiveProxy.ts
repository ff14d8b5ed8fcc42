import { allowed, refused, type Verdict } from '#kernel/rules'
import type { Charter } from './charter.ts'
import type { Seat } from './sitting.ts'

/** A written power: `holder` carries the voice of `giver` at one meeting. */
export interface Proxy {
  readonly giver: string
  readonly holder: string
}
export type ProxyRefusal =
  | 'no-proxies'
  | 'to-oneself'
  | 'giver-not-member'
  | 'holder-not-member'
  | 'giver-present'
  | 'already-given'
  | 'giver-holds'
  | 'holder-gave'
  | 'other-college'
  | 'holder-full'

/** May this member give their voice to that one? Nobody carries on a voice that they were lent. */
export const canGiveProxy = (facts: {
  readonly giver: string
  readonly holder: string
  readonly seats: readonly Seat[]
  readonly present: readonly string[]
  readonly given: readonly Proxy[]
  readonly rule: Charter['proxies']
}): Verdict<ProxyRefusal> => {
  const { giver, holder, seats, given, rule } = facts
  const from = seats.find(seat => seat.member === giver)
  const to = seats.find(seat => seat.member === holder)
  if (rule.perHolder === 0) return refused('no-proxies')
  if (!from) return refused('giver-not-member')
  if (!to) return refused('holder-not-member')
  if (giver === holder) return refused('to-oneself')
  if (facts.present.includes(giver)) return refused('giver-present')
  if (given.some(proxy => proxy.giver === giver)) return refused('already-given')
  if (given.some(proxy => proxy.holder === giver)) return refused('giver-holds')
  if (given.some(proxy => proxy.giver === holder)) return refused('holder-gave')
  if (rule.sameCollege && from.college !== to.college) return refused('other-college')
  if (given.filter(proxy => proxy.holder === holder).length >= rule.perHolder) return refused('holder-full')
  return allowed
}
