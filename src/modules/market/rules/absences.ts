import { type Verdict, allowed, refused } from '#kernel/rules'
import type { StepKind } from './terms.ts'

/** A market day of a subscriber, latest last. */
export interface Attendance {
  readonly on: string
  readonly isPresent: boolean
  /** A reason that the town hall accepted beforehand: it is not counted. */
  readonly isExcused: boolean
}
export interface AbsenceCount {
  readonly inARow: number
  readonly inTheYear: number
}
export const absencesOf = (days: readonly Attendance[], year: string): AbsenceCount => {
  const counted = days.filter(day => !day.isExcused).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  let inARow = 0
  for (const day of counted.toReversed()) {
    if (day.isPresent) break
    inARow += 1
  }
  return { inARow, inTheYear: counted.filter(day => !day.isPresent && day.on.startsWith(year)).length }
}
export const isTooMany = (count: AbsenceCount, most: { readonly inARow: number; readonly inTheYear: number }): boolean =>
  count.inARow > most.inARow || count.inTheYear > most.inTheYear

interface Step {
  readonly kind: StepKind
  readonly dueOn: string
  readonly heardOn: string | null
  readonly liftedOn: string | null
}
/** The step that comes next; each waits for the last day of the one before. Nobody is withdrawn unheard. */
export const nextStep = (
  steps: readonly Step[],
  today: string,
):
  | (Verdict<'not-due' | 'not-heard' | 'done'> & { readonly kind: StepKind })
  | { readonly ok: false; readonly because: 'done'; readonly kind: 'withdrawal' } => {
  const open = steps.filter(step => step.liftedOn === null)
  const has = (kind: StepKind) => open.find(step => step.kind === kind)
  if (has('withdrawal')) return { ...refused('done'), kind: 'withdrawal' }
  const hearing = has('hearing')
  if (hearing) return hearing.heardOn === null ? { ...refused('not-heard'), kind: 'withdrawal' } : { ...allowed, kind: 'withdrawal' }
  const warning = has('warning')
  if (warning) return today <= warning.dueOn ? { ...refused('not-due'), kind: 'hearing' } : { ...allowed, kind: 'hearing' }
  const reminder = has('reminder')
  if (reminder) return today <= reminder.dueOn ? { ...refused('not-due'), kind: 'warning' } : { ...allowed, kind: 'warning' }
  return { ...allowed, kind: 'reminder' }
}
