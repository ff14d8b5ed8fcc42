import { lastReading, type Measured, type Promised, reviewIsLate, type Standing, standingOn } from './rules/standing.ts'
import { endings, type OwnerKind, type Source, type StepKind } from './rules/terms.ts'
import type { CommitmentId } from './schema.ts'

/** What a decision promised, its figures and its steps, the first ones first. */
export interface Commitment extends Promised {
  readonly id: CommitmentId
  readonly title: string
  readonly text: string
  readonly decision: string
  readonly decisionTitle: string
  readonly decisionUrl: string
  readonly committee: string | null
  readonly service: string | null
  readonly measure: string | null
  readonly ownerKind: OwnerKind
  readonly ownerName: string
  readonly ownerFunction: string
  readonly indicator: string
  readonly unit: string
  readonly source: Source
  readonly madeBy: string | null
  readonly madeAt: string
  /** The day promised at first; `dueOn` is the one that counts, delays included. */
  readonly firstDueOn: string
  readonly reviewOn: string | null
  readonly readings: readonly Reading[]
  readonly steps: readonly Step[]
}
export interface Reading extends Measured {
  readonly source: string
  readonly url: string | null
  readonly by: string | null
  readonly at: string
}
export interface Step {
  readonly kind: StepKind
  readonly note: string
  readonly dueBefore: string | null
  readonly dueOn: string | null
  readonly measured: number | null
  readonly by: string | null
  readonly at: string
  readonly on: string
}

/** How the database gives it: how it ended is one of its steps. */
export type CommitmentRow = Omit<Commitment, 'ended'>

export const commitmentFrom = (row: CommitmentRow): Commitment => {
  const last = row.steps.find(step => endings.some(ending => ending === step.kind))
  const kind = endings.find(ending => ending === last?.kind)
  return { ...row, ended: last && kind ? { kind, on: last.on } : null }
}

/** What moderation, following and other rooms call a commitment. */
export const subjectOf = (id: CommitmentId) => `commitment:${id}`

export const standingOf = (commitment: Commitment, today: string): Standing => standingOn(commitment, commitment.readings, today)
export const latestOf = (commitment: Commitment, today: string): Reading | null => {
  const last = lastReading(commitment.readings, today)
  return commitment.readings.findLast(reading => reading === last) ?? null
}
export const reviewLate = (commitment: Commitment, today: string): boolean =>
  reviewIsLate(
    commitment,
    [
      ...commitment.readings.map(reading => reading.on),
      ...commitment.steps.filter(step => step.kind !== 'endangered').map(step => step.on),
    ],
    today,
  )
