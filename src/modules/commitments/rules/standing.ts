import { daysBetween } from '#kernel/rules'
import type { Ending } from './terms.ts'

export const directions = ['at-most', 'at-least'] as const
/** Whether the figure must stay under its target or reach it; the target itself is good either way. */
export type Direction = (typeof directions)[number]

export const standings = ['in-time', 'at-risk', 'kept', 'missed', 'withdrawn'] as const
export type Standing = (typeof standings)[number]

export interface Promised {
  readonly direction: Direction
  readonly target: number
  readonly madeOn: string
  /** The last day that counts, delays included. */
  readonly dueOn: string
  /** How it ended, and which day; null while it runs. */
  readonly ended: { readonly kind: Ending; readonly on: string } | null
}
export interface Measured {
  readonly on: string
  readonly value: number
}

export const meets = ({ direction, target }: Pick<Promised, 'direction' | 'target'>, value: number): boolean =>
  direction === 'at-most' ? value <= target : value >= target

/** The figure that counts on a day: the last one measured up to that day; of one day, the last one given. */
export const lastReading = (readings: readonly Measured[], day: string): Measured | null =>
  readings.reduce<Measured | null>(
    (last, reading) => (reading.on <= day && (last === null || reading.on >= last.on) ? reading : last),
    null,
  )

/**
 * Once the last day is over, the promise is kept when the last figure measured by then meets the target, and missed otherwise:
 * also when nothing was measured. Null while it runs.
 */
export const verdictOn = (promised: Promised, readings: readonly Measured[], day: string): 'kept' | 'missed' | null => {
  if (promised.ended || day <= promised.dueOn) return null
  const last = lastReading(readings, promised.dueOn)
  return last !== null && meets(promised, last.value) ? 'kept' : 'missed'
}

/**
 * Where a promise stands on a day. Before its last day it is at risk when half the time is gone without any figure, or when the
 * last figure misses the target and the straight line through the last two would still miss it on the last day (with a
 * single figure: when half the time is gone).
 */
export const standingOn = (promised: Promised, readings: readonly Measured[], day: string): Standing => {
  if (promised.ended && promised.ended.on <= day) return promised.ended.kind
  const verdict = verdictOn({ ...promised, ended: null }, readings, day)
  if (verdict) return verdict
  const last = lastReading(readings, day)
  const isHalfGone = daysBetween(promised.madeOn, day) * 2 >= daysBetween(promised.madeOn, promised.dueOn)
  if (last === null) return isHalfGone ? 'at-risk' : 'in-time'
  if (meets(promised, last.value)) return 'in-time'
  const before = lastReading(
    readings.filter(reading => reading.on < last.on),
    day,
  )
  if (before === null) return isHalfGone ? 'at-risk' : 'in-time'
  const slope = (last.value - before.value) / daysBetween(before.on, last.on)
  return meets(promised, last.value + slope * daysBetween(last.on, promised.dueOn)) ? 'in-time' : 'at-risk'
}

/** The town hall said it would look again that day, and nothing was measured nor said since then. */
export const reviewIsLate = (
  promised: Pick<Promised, 'ended'> & { readonly reviewOn: string | null },
  spokenOn: readonly string[],
  day: string,
): boolean => {
  const { reviewOn, ended } = promised
  return reviewOn !== null && ended === null && day > reviewOn && !spokenOn.some(on => on >= reviewOn)
}
