import type { HolderKind } from './terms.ts'

/** What a priority depends on; each said by the applicant, checked when the agreement is signed. */
export interface Situation {
  readonly holder: HolderKind
  readonly livesHere: boolean
  readonly withoutLand: boolean
  readonly lowIncome: boolean
  /** Rounds in a row, before this one, in which they asked and received nothing. */
  readonly waitedYears: number
}
export type Tier = 1 | 2 | 3 | 4
export const tiers: readonly Tier[] = [1, 2, 3, 4]

/**
 * Which tier is served first, as published:
 * 1, of the commune, without a garden, and either waiting for `waitedYears` years or on a minimum income;
 * 2, of the commune, without a garden; 3, of the commune; 4, from elsewhere.
 */
export const priorityOf = (situation: Situation, rules: { readonly waitedYears: number }): Tier => {
  if (!situation.livesHere) return 4
  if (!situation.withoutLand) return 3
  return situation.lowIncome || situation.waitedYears >= rules.waitedYears ? 1 : 2
}

/** Rounds in a row, just before this one, in which somebody asked and received nothing; `rounds` the latest first. */
export const yearsWaited = (rounds: readonly { readonly asked: boolean; readonly received: boolean }[]): number => {
  const end = rounds.findIndex(({ asked, received }) => !asked || received)
  return end === -1 ? rounds.length : end
}
