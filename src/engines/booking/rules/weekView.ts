import { addDays, instantInParis, parisTime } from '#kernel/rules'
import { common, type Span, without } from './spans.ts'

export interface DayView {
  readonly day: string
  /** It had opening hours, whatever is left of them. */
  readonly isOpen: boolean
  readonly free: readonly Span[]
  readonly taken: readonly Span[]
  readonly blocked: readonly (Span & { readonly reason: string })[]
}

/** Seven days from a Monday, in Europe/Paris: what is free from now on, taken, or blocked with its reason, within opening hours. */
export const weekView = (
  monday: string,
  now: string,
  {
    open,
    taken,
    blocks,
  }: { readonly open: readonly Span[]; readonly taken: readonly Span[]; readonly blocks: readonly (Span & { readonly reason: string })[] },
): readonly DayView[] =>
  Array.from({ length: 7 }, (_, at) => {
    const day = addDays(monday, at)
    const whole = { startsAt: instantInParis(day, '00:00'), endsAt: instantInParis(addDays(day, 1), '00:00') }
    const hours = common(open, [whole])
    return {
      day,
      isOpen: hours.length > 0,
      free: without(hours, [...taken, { startsAt: '0000', endsAt: now }]),
      taken: without(common(hours, taken), blocks),
      blocked: blocks.flatMap(block => common(hours, [block]).map(span => ({ ...span, reason: block.reason }))),
    }
  })

/** Minutes of that day since midnight on the clock of Paris; the end of the day is 1440. */
export const minutesOfDay = (instant: string, day: string): number => {
  const shown = parisTime(instant)
  if (shown.day > day) return 1440
  return shown.day < day ? 0 : Number(shown.time.slice(0, 2)) * 60 + Number(shown.time.slice(3))
}
