import type { BudgetRules } from './terms.ts'

/** Where a budget stands. `draft` is seen by the town hall alone; `counting` lasts from the close until the count is published. */
export const phases = ['draft', 'announced', 'ideas', 'study', 'vote', 'counting', 'follow-up'] as const
export type Phase = (typeof phases)[number]

export interface Standing {
  readonly rules: Pick<BudgetRules, 'ideasFrom' | 'ideasUntil' | 'voteFrom' | 'voteUntil'>
  readonly isPublished: boolean
  readonly isCounted: boolean
  readonly today: string
}

/** The phase of a budget on a day. The last day of each phase is included. */
export const phaseOf = ({ rules, isPublished, isCounted, today }: Standing): Phase => {
  if (isCounted) return 'follow-up'
  if (!isPublished) return 'draft'
  if (today < rules.ideasFrom) return 'announced'
  if (today <= rules.ideasUntil) return 'ideas'
  if (today < rules.voteFrom) return 'study'
  return today <= rules.voteUntil ? 'vote' : 'counting'
}

/** The four steps that people are shown. */
export const steps = ['ideas', 'study', 'vote', 'follow-up'] as const
export const stepOf = (phase: Phase): number =>
  phase === 'draft' || phase === 'announced' || phase === 'ideas' ? 1 : phase === 'study' ? 2 : phase === 'vote' ? 3 : 4
