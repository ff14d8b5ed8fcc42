import { daysLate, type Milestone } from './milestones.ts'
import type { Spending } from './money.ts'

export const clauseKinds = ['day', 'late', 'spending', 'words'] as const
export type ClauseKind = (typeof clauseKinds)[number]
export const agendas = ['committee', 'council'] as const
export type Agenda = (typeof agendas)[number]

export interface Clause {
  readonly kind: ClauseKind
  readonly on: string | null
  /** Days of delay, or percent of the money voted. */
  readonly amount: number | null
}

/** Is the condition met today? One in words never is by itself: somebody says so. */
export const clauseIsMet = (
  { kind, on, amount }: Clause,
  facts: { readonly milestones: readonly Milestone[]; readonly spending: Spending },
  today: string,
): boolean => {
  if (kind === 'day') return on !== null && today >= on
  if (kind === 'late') return facts.milestones.some(milestone => daysLate(milestone, today) >= (amount ?? Infinity))
  // Whole cents: no share is rounded on the way.
  if (kind === 'spending') return facts.spending.voted > 0 && facts.spending.spent * 100 > facts.spending.voted * (amount ?? Infinity)
  return false
}
