import { allowed, daysBetween, refused, type Verdict } from '#kernel/rules'

/** What the town hall may say of a step; the platform adds that it is late. */
export const milestoneKinds = ['done', 'delay', 'dropped'] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

export interface Milestone {
  /** The day promised at first; `dueOn` is the one that counts, delays included. */
  readonly firstDueOn: string
  readonly dueOn: string
  readonly ended: { readonly kind: 'done' | 'dropped'; readonly on: string } | null
}

export const milestoneStates = ['ahead', 'late', 'done', 'done-late', 'dropped'] as const
export type MilestoneState = (typeof milestoneStates)[number]

/** A step is late from the day after its day; one done after the day first promised says so for ever. */
export const milestoneState = ({ firstDueOn, dueOn, ended }: Milestone, today: string): MilestoneState => {
  if (ended === null) return today > dueOn ? 'late' : 'ahead'
  if (ended.kind === 'dropped') return 'dropped'
  return ended.on > firstDueOn ? 'done-late' : 'done'
}

/** Days past the day that counts; 0 while there is time, and once it is over. */
export const daysLate = (milestone: Milestone, today: string): number =>
  milestoneState(milestone, today) === 'late' ? daysBetween(milestone.dueOn, today) : 0

export type MilestoneRefusal = 'milestone-ended' | 'no-note' | 'no-day' | 'not-later' | 'past'

/** Late or not, a day may be put off with a reason, to a later day that is still to come: the first one stays in sight. */
export const canStepMilestone = (
  milestone: Milestone,
  step: { readonly kind: MilestoneKind; readonly note: string; readonly dueOn: string | null },
  today: string,
): Verdict<MilestoneRefusal> => {
  if (milestone.ended) return refused('milestone-ended')
  if (step.kind === 'done') return allowed
  if (step.note === '') return refused('no-note')
  if (step.kind === 'dropped') return allowed
  if (step.dueOn === null) return refused('no-day')
  if (step.dueOn <= milestone.dueOn) return refused('not-later')
  return step.dueOn >= today ? allowed : refused('past')
}
