import { allowed, refused, type Verdict } from '#kernel/rules'
import { lastReading, meets, type Measured, type Promised } from './standing.ts'
import type { SaidKind } from './terms.ts'

export type StepRefusal = 'ended' | 'due' | 'not-later' | 'no-day' | 'no-note' | 'not-met' | 'met'

/**
 * A note may always be added. What ended stays ended; a delay is asked for before the last day is over, and gives a later one;
 * nobody declares kept what the last figure denies, nor missed what it shows.
 */
export const canStep = (
  promised: Promised,
  readings: readonly Measured[],
  step: { readonly kind: SaidKind; readonly note: string; readonly dueOn: string | null },
  today: string,
): Verdict<StepRefusal> => {
  const { kind } = step
  if (step.note === '' && kind !== 'kept') return refused('no-note')
  if (kind === 'progress') return allowed
  if (promised.ended) return refused('ended')
  if (kind === 'withdrawn') return allowed
  if (kind === 'delay') {
    if (today > promised.dueOn) return refused('due')
    if (step.dueOn === null) return refused('no-day')
    return step.dueOn > promised.dueOn ? allowed : refused('not-later')
  }
  const last = lastReading(readings, today)
  const isMet = last !== null && meets(promised, last.value)
  if (kind === 'kept') return isMet ? allowed : refused('not-met')
  return isMet ? refused('met') : allowed
}
