import type { Result } from '#engines/meetings'

export const outcomes = ['carried', 'rejected', 'noted'] as const
/** What came of an item: adopted, not adopted, or noted without a vote. */
export type Outcome = (typeof outcomes)[number]

export const measureStages = ['same', 'decided', 'under-way', 'withdrawn'] as const
/** Where a measure stands once the deliberation is published. */
export type MeasureStage = (typeof measureStages)[number]

/** The numbers that a deliberation tells. Blank papers are with the abstentions: neither is a vote cast. */
export interface VoteCount {
  readonly sitting: number
  readonly for: number
  readonly against: number
  readonly abstention: number
}
export const countOf = (result: Result): VoteCount | null => {
  const all = result.lines[0]
  return all ? { sitting: all.sitting, for: all.for, against: all.against, abstention: all.abstention + all.blank } : null
}

/** A vote that was put off, or in which nobody spoke, decided nothing: there is nothing to write. */
export const outcomeOf = (result: Result | null): Outcome | null => {
  if (result === null || result.outcome === 'postponed' || result.outcome === 'nobody-voted') return null
  return result.outcome === 'carried' ? 'carried' : 'rejected'
}
