import { addDays } from '#kernel/rules'
import type { Delay } from './charter.ts'
import { isWorkingDay, type Territory } from './frenchHolidays.ts'

/** Whether a convening left enough time, and how that was counted. All days are `'YYYY-MM-DD'`. */
export interface DelayCount {
  readonly kept: boolean
  readonly delay: Delay
  readonly convenedOn: string
  readonly heldOn: string
  /** The days that count, in order: full days between sending and meeting; for `days`, the meeting's own day included. */
  readonly counted: readonly string[]
  /** The first day on which the meeting could lawfully be held. */
  readonly earliest: string
}

/** Holds the day a convening was sent against the day of the meeting. */
export const delayKept = (convenedOn: string, heldOn: string, delay: Delay, territory: Territory = 'general'): DelayCount => {
  const earliest = earliestMeeting(convenedOn, delay, territory)
  const counted: string[] = []
  const last = delay.kind === 'days' ? heldOn : addDays(heldOn, -1)
  for (let day = addDays(convenedOn, 1); day <= last && counted.length < 400; day = addDays(day, 1))
    if (delay.kind !== 'working-days' || isWorkingDay(day, territory)) counted.push(day)
  return { kept: heldOn >= earliest, delay, convenedOn, heldOn, counted, earliest }
}

/** The first day on which a meeting convened that day can be held. */
export const earliestMeeting = (convenedOn: string, delay: Delay, territory: Territory = 'general'): string => {
  let last = convenedOn
  for (let left = delay.n; left > 0;) {
    last = addDays(last, 1)
    if (delay.kind !== 'working-days' || isWorkingDay(last, territory)) left -= 1
  }
  if (delay.carriedOver && delay.n > 0) while (!isWorkingDay(last, territory)) last = addDays(last, 1)
  return delay.kind === 'days' || delay.n === 0 ? last : addDays(last, 1)
}

/** The last day on which a meeting of that day can still be convened. */
export const latestConvening = (heldOn: string, delay: Delay, territory: Territory = 'general'): string => {
  let day = heldOn
  while (earliestMeeting(day, delay, territory) > heldOn) day = addDays(day, -1)
  return day
}
