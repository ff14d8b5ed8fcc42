import { type Verdict, allowed, refused } from '#kernel/rules'
import type { Cause } from './terms.ts'

/** The same day, `months` later; the last day of the month when it does not exist. */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).toISOString().slice(0, 10)
}

/**
 * Whether a holder (or, after a death or a retirement, their beneficiaries) may present a successor that day: long enough on the market
 * for a transfer or a retirement, and within the months that follow a death or a retirement.
 */
export const canPresent = (asked: {
  readonly cause: Cause
  readonly causedOn: string
  readonly since: string
  readonly today: string
  readonly years: number
  readonly months: number
}): Verdict<'too-recent' | 'too-late' | 'not-yet'> => {
  if (asked.causedOn > asked.today) return refused('not-yet')
  if (asked.cause !== 'transfer' && asked.today > addMonths(asked.causedOn, asked.months)) return refused('too-late')
  return addMonths(asked.since, asked.years * 12) > asked.causedOn ? refused('too-recent') : allowed
}
/** The last day for the mayor to answer. */
export const answerBy = (presentedOn: string, months: number): string => addMonths(presentedOn, months)
