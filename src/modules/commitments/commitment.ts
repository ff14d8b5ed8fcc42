import { type Milestone, milestoneState } from './rules/milestones.ts'
import { type MoneyLine, type Spending, spendingOf } from './rules/money.ts'
import type { Agenda, Clause } from './rules/reviewClause.ts'
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
  readonly milestones: readonly CommitmentMilestone[]
  readonly money: readonly Money[]
  /** What led to it. */
  readonly origins: readonly Origin[]
  readonly clauses: readonly ReviewClause[]
}
export interface CommitmentMilestone extends Milestone {
  readonly id: string
  readonly title: string
  readonly addedBy: string | null
  readonly addedAt: string
  readonly steps: readonly MilestoneStep[]
}
export interface MilestoneStep extends Omit<Step, 'kind' | 'measured'> {
  readonly kind: 'done' | 'delay' | 'dropped' | 'late'
}
export interface Money extends MoneyLine {
  readonly label: string
  readonly source: string
  readonly url: string | null
  readonly by: string | null
  readonly at: string
}
/** Something that people wrote or supported: `amendment:12`. */
export interface Origin {
  readonly subject: string
  readonly title: string
  readonly url: string
}
export interface ReviewClause extends Clause {
  readonly id: string
  readonly condition: string
  readonly agenda: Agenda
  readonly setBy: string | null
  readonly setAt: string
  readonly called: { readonly on: string; readonly at: string; readonly note: string; readonly by: string | null } | null
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
export type CommitmentRow = Omit<Commitment, 'ended' | 'milestones'> & { readonly milestones: readonly MilestoneRow[] }
type MilestoneRow = Omit<CommitmentMilestone, 'ended' | 'dueOn'>

export const commitmentFrom = (row: CommitmentRow): Commitment => {
  const last = row.steps.find(step => endings.some(ending => ending === step.kind))
  const kind = endings.find(ending => ending === last?.kind)
  return { ...row, ended: last && kind ? { kind, on: last.on } : null, milestones: row.milestones.map(milestoneFrom).toSorted(byDay) }
}

const milestoneFrom = (row: MilestoneRow): CommitmentMilestone => {
  const last = row.steps.find(step => step.kind === 'done' || step.kind === 'dropped')
  const dueOn = row.steps.findLast(step => step.kind === 'delay')?.dueOn ?? row.firstDueOn
  return { ...row, dueOn, ended: last ? { kind: last.kind === 'done' ? 'done' : 'dropped', on: last.on } : null }
}
const byDay = (a: CommitmentMilestone, b: CommitmentMilestone) =>
  a.dueOn === b.dueOn ? Number(a.id) - Number(b.id) : a.dueOn < b.dueOn ? -1 : 1

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

export const spendingOn = (commitment: Pick<Commitment, 'money'>): Spending => spendingOf(commitment.money)
export const lateMilestones = (commitment: Commitment, today: string): readonly CommitmentMilestone[] =>
  commitment.ended ? [] : commitment.milestones.filter(milestone => milestoneState(milestone, today) === 'late')

/** Missed, behind on a step, or silent on the day it was to speak: what nobody may hide. */
export const isLate = (commitment: Commitment, today: string): boolean =>
  standingOf(commitment, today) === 'missed' || lateMilestones(commitment, today).length > 0 || reviewLate(commitment, today)
