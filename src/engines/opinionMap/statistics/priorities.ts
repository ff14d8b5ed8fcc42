import { compareIds } from '../compareIds.ts'
import type { Priority } from '../opinionMap.ts'

/** Votes of those in the map on a statement, and how far from the middle it stands. */
export type Standing = { statement: string; agree: number; pass: number; seen: number; extremity: number }

/**
 * Which statements should be shown next, highest priority first (equal priorities: ascending statements).
 * Source: Polis, conversation.clj, importance-metric and priority-metric:
 * importance = (1 − p) (extremity + 1) a, with p and a the probabilities of a pass and of an agreement;
 * priority = (importance × (1 + 8 × 2^(−seen ÷ 5)))², so that a new statement comes up soon.
 */
export const priorities = (standings: readonly Standing[]): Priority[] =>
  standings
    .map(standing => ({ statement: standing.statement, priority: priorityOf(standing) }))
    .sort((left, right) => right.priority - left.priority || compareIds(left.statement, right.statement))

const priorityOf = ({ agree, pass, seen, extremity }: Standing) => {
  const importance = (1 - (pass + 1) / (seen + 2)) * (extremity + 1) * ((agree + 1) / (seen + 2))
  return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2
}
