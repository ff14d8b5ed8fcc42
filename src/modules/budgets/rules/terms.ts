/** How people vote: the projects they approve, points they share out, or projects that fit in the envelope. */
export const voteKinds = ['approval', 'points', 'knapsack'] as const
export type VoteKind = (typeof voteKinds)[number]
/** How winners are found. Both are always counted and shown; this one decides. */
export const methods = ['equal-shares', 'greedy'] as const
export type Method = (typeof methods)[number]

/** The rules of a budget, as one version of them says. Days are `'YYYY-MM-DD'`, both ends included; money is integer cents. */
export interface BudgetRules {
  readonly version: number
  readonly envelopeCents: number
  /** What one project may cost at most; null: the whole envelope. */
  readonly ceilingCents: number | null
  readonly ideasFrom: string
  readonly ideasUntil: string
  readonly studyUntil: string
  readonly voteFrom: string
  readonly voteUntil: string
  /** Rules of the participation roll, by number; null: anyone signed in. */
  readonly proposeRule: string | null
  readonly voteRule: string | null
  readonly voteKind: VoteKind
  readonly mostChoices: number | null
  readonly points: number | null
  readonly method: Method
}

export const studyOutcomes = ['admissible', 'inadmissible', 'to-adapt'] as const
export type StudyOutcome = (typeof studyOutcomes)[number]

/** Lines of the schematic map. */
export const lineKinds = ['limit', 'river', 'railway', 'road'] as const
export type LineKind = (typeof lineKinds)[number]
