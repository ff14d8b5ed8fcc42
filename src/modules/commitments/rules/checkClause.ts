import { refused } from '#kernel/rules'
import type { Agenda, ClauseKind } from './reviewClause.ts'

interface Asked {
  readonly kind: ClauseKind
  readonly on: string | null
  readonly amount: number | null
  readonly condition: string
  readonly agenda: Agenda
}
type Checked =
  | { readonly ok: true; readonly clause: Asked }
  | ReturnType<typeof refused<'ended' | 'day' | 'amount' | 'condition' | 'committee'>>

/** A clause says its day to come, its figure or its words, and names an agenda that exists; what it does not need is dropped. */
export const checkClause = (
  asked: Asked,
  commitment: { readonly ended: object | null; readonly committee: string | null; readonly service: string | null },
  today: string,
): Checked => {
  const { kind, on, amount, condition, agenda } = asked
  if (commitment.ended) return refused('ended')
  if (agenda === 'committee' && commitment.committee === null && commitment.service === null) return refused('committee')
  if (kind === 'day' && (on === null || on <= today)) return refused('day')
  if ((kind === 'late' || kind === 'spending') && amount === null) return refused('amount')
  if (kind === 'words' && condition === '') return refused('condition')
  const needs = kind === 'late' || kind === 'spending'
  return { ok: true, clause: { kind, on: kind === 'day' ? on : null, amount: needs ? amount : null, condition, agenda } }
}
