import type { Rules } from './policy.ts'
import { roundHalfUp, type Quote } from './quoteOf.ts'
import { minutesOf, type Span } from './spans.ts'

/** What is counted of a booking that ended early. */
export interface Counted {
  readonly counts: 'booked' | 'used'
  readonly minutes: number
}

/** The time used, by whole steps, never under the least length nor over what was booked; or all that was booked, as the rules say. */
export const countedOf = ({ earlyEnd, length }: Pick<Rules, 'earlyEnd' | 'length'>, booked: Span, endedAt: string): Counted => {
  const most = minutesOf(booked)
  if (earlyEnd.counts === 'booked') return { counts: 'booked', minutes: most }
  const used = Math.ceil(minutesOf({ startsAt: booked.startsAt, endsAt: endedAt }) / length.step) * length.step
  return { counts: 'used', minutes: Math.min(Math.max(used, length.least), most) }
}

/** The same price for the time counted; null when the price does not depend on time, and nothing changes. The quotient familial is not needed again. */
export const requoted = ({ steps }: Quote, minutes: number): Quote | null => {
  const times = steps.find(one => one.step === 'times')
  if (times?.values.per !== 'hour') return null
  const hours = minutes / 60
  const cents = roundHalfUp(Number(times.values.cents) * hours)
  return {
    cents,
    steps: steps.map(one => {
      if (one.step === 'total') return { step: 'total', values: { cents } }
      return one === times ? { step: 'times', values: { ...one.values, count: Math.round(hours * 1000) / 1000 } } : one
    }),
  }
}
