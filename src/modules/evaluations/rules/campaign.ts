import { addDays, daysBetween } from '#kernel/rules'

export const recurrences = ['once', 'quarter', 'year', 'continuous'] as const
export type Recurrence = (typeof recurrences)[number]

export interface CampaignDates {
  readonly opensOn: string
  /** The last day on which one answers. */
  readonly closesOn: string
  readonly recurrence: Recurrence
}
export type CampaignState = 'planned' | 'open' | 'closed'

/** Where a campaign stands on a day; `closedOn` is the day it was closed, or null. */
export const stateOn = ({ opensOn, closesOn }: CampaignDates, closedOn: string | null, day: string): CampaignState => {
  if (closedOn !== null || day > closesOn) return 'closed'
  return day < opensOn ? 'planned' : 'open'
}

/** The same day so many months later; the last day of a shorter month. */
export const addMonths = (day: string, months: number): string => {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`
}

/**
 * When it comes back: three months or a year after it opened, for as many days; without a break, the day after it closes and for three
 * months. A campaign that ended so late that the next one should have begun opens the next one tomorrow. Null when it does not come back.
 */
export const nextDates = (campaign: CampaignDates, today: string): { readonly opensOn: string; readonly closesOn: string } | null => {
  const { opensOn, closesOn, recurrence } = campaign
  if (recurrence === 'once') return null
  const length = daysBetween(opensOn, closesOn)
  const tomorrow = addDays(today, 1)
  if (recurrence === 'continuous') {
    const begins = closesOn >= today ? tomorrow : latest(addDays(closesOn, 1), today)
    return { opensOn: begins, closesOn: addDays(addMonths(begins, 3), -1) }
  }
  const begins = latest(addMonths(opensOn, recurrence === 'quarter' ? 3 : 12), tomorrow)
  return { opensOn: begins, closesOn: addDays(begins, length) }
}
const latest = (one: string, other: string) => (one > other ? one : other)
