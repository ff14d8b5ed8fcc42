import { addDays } from '#kernel/rules'
import { workingDayUntil } from './days.ts'
import type { PlannedStep } from './votePlan.ts'

/** The law asks for a reasonable time without giving a figure: the commune chooses. */
export interface ParticipationLaw {
  readonly reasonableDays: number
  readonly followUpDays: number
}
export type ParticipationStepKey = 'rules' | 'open' | 'close' | 'follow-up'
export interface ParticipationPlan {
  readonly steps: readonly PlannedStep<ParticipationStepKey>[]
  readonly closesOn: string
  /** The first last day that leaves the time chosen. */
  readonly earliestClose: string
  readonly isTooShort: boolean
}

/** Rules and information are out before the first day; the last day leaves a reasonable time; results and follow-up are published. */
export const planParticipation = (
  { opensOn, closesOn }: { readonly opensOn: string; readonly closesOn: string | null },
  law: ParticipationLaw,
): ParticipationPlan => {
  const earliestClose = addDays(opensOn, law.reasonableDays)
  const last = closesOn ?? earliestClose
  return {
    closesOn: last,
    earliestClose,
    isTooShort: last < earliestClose,
    steps: [
      { key: 'rules', on: workingDayUntil(addDays(opensOn, -1)), sense: 'by' },
      { key: 'open', on: opensOn, sense: 'on' },
      { key: 'close', on: last, sense: 'on' },
      { key: 'follow-up', on: addDays(last, law.followUpDays), sense: 'by' },
    ],
  }
}
