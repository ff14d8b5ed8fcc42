import { allowed, refused, type Verdict } from '#kernel/rules'
import type { Charter, Manner } from './charter.ts'
import { neededOf } from './share.ts'

export type MannerRefusal = 'secret-asked' | 'secret-for-nomination' | 'secret-not-asked' | 'named-asked'

export interface MannerFacts {
  /** Undefined: the chair chooses freely. */
  readonly rule: Charter['vote']['asking']
  /** Members present, in person: proxies ask for nothing. */
  readonly present: number
  readonly secretAsked: number
  readonly namedAsked: number
  /** Somebody is chosen, or presented. */
  readonly nomination: boolean
  /** Everyone agreed that this nomination need not be secret. */
  readonly unanimous: boolean
}

/** Whether enough of the members present ask for a secret vote, or for a named one. */
export const mannersDue = ({ rule, present, secretAsked, namedAsked }: MannerFacts) => ({
  secret: rule !== undefined && secretAsked >= neededOf(rule.secret, present),
  named: rule !== undefined && namedAsked >= neededOf(rule.named, present),
})

/**
 * May a vote be taken that way (as CGCT L2121-21)? Secret when a third of those present ask for it, or for a nomination;
 * named when a quarter ask for it; when both are asked for in number, secrecy prevails.
 */
export const canVoteBy = (manner: Manner, facts: MannerFacts): Verdict<MannerRefusal> => {
  if (facts.rule === undefined) return allowed
  const due = mannersDue(facts)
  if (due.secret) return manner === 'secret' ? allowed : refused('secret-asked')
  if (facts.nomination && facts.rule.nominationsSecret) {
    if (manner !== 'secret' && !facts.unanimous) return refused('secret-for-nomination')
  } else if (manner === 'secret') return refused('secret-not-asked')
  return due.named && manner === 'show-of-hands' ? refused('named-asked') : allowed
}
