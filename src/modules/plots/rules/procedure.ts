import { allowed, refused, type Verdict } from '#kernel/rules'
import type { StepKind, VisitState } from './terms.ts'

export interface OpenStep {
  readonly kind: StepKind
  readonly issuedOn: string
  readonly dueOn: string
  /** An objection that nobody has answered yet. */
  readonly isContested: boolean
}
export interface Situation {
  /** Steps that are not over. */
  readonly steps: readonly OpenStep[]
  readonly lastVisit: { readonly on: string; readonly state: VisitState } | null
  readonly today: string
}
export type StepRefusal = 'no-visit' | 'not-neglected' | 'too-early' | 'visit-again' | 'contested' | 'over'

const after: Readonly<Record<StepKind, StepKind | null>> = { reminder: 'notice', notice: 'release', release: null }

/** The step that comes next: a reminder, then a notice, then the release; null when all are taken. */
export const nextKind = (steps: readonly Pick<OpenStep, 'kind'>[]): StepKind | null => {
  if (steps.some(({ kind }) => kind === 'release')) return after.release
  if (steps.some(({ kind }) => kind === 'notice')) return after.notice
  return steps.length > 0 ? after.reminder : 'reminder'
}

/**
 * Whether the next step may be taken today. A reminder needs a visit that found the plot neglected; a notice and a release need
 * the last day of the step before to have passed, a new visit after it, and no objection without an answer.
 */
export const mayTakeStep = ({ steps, lastVisit, today }: Situation): Verdict<StepRefusal> => {
  if (nextKind(steps) === null) return refused('over')
  if (steps.some(({ isContested }) => isContested)) return refused('contested')
  if (lastVisit === null) return refused('no-visit')
  const latest = steps.toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : -1))[0]
  if (latest !== undefined && today <= latest.dueOn) return refused('too-early')
  if (latest !== undefined && lastVisit.on <= latest.dueOn) return refused('visit-again')
  return lastVisit.state === 'neglected' ? allowed : refused('not-neglected')
}

/** Whether a holder may still object: until the last day of the step, that day included, and once. */
export const mayObject = (step: {
  readonly dueOn: string
  readonly isOver: boolean
  readonly hasObjection: boolean
  readonly today: string
}): Verdict<'too-late' | 'already' | 'over'> => {
  if (step.hasObjection) return refused('already')
  if (step.isOver) return refused('over')
  return step.today > step.dueOn ? refused('too-late') : allowed
}

/** A release takes effect the day after its last day, when nobody waits for an answer. */
export const isReleased = (step: OpenStep, today: string): boolean => step.kind === 'release' && today > step.dueOn && !step.isContested
