import { addDays } from '#kernel/rules'

/** The same day of the month, `months` later; the last day of the month when there is none: 31 December + 2 is 28 or 29 February. */
export const addMonths = (day: string, months: number): string => {
  const [year, month, date] = parts(day)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()
export const isSunday = (day: string): boolean => weekday(day) === 0
/** That Sunday, or the next one. */
export const sundayFrom = (day: string): string => addDays(day, (7 - weekday(day)) % 7)
/** The second Monday before a Sunday: thirteen days. */
export const secondMondayBefore = (sunday: string): string => addDays(sunday, -13)

/** Easter Sunday (anonymous Gregorian algorithm). */
export const easterOf = (year: number): string => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)).toISOString().slice(0, 10)
}

/** Public holidays of metropolitan France (code du travail, L3133-1), Alsace and Moselle apart; and the Sundays they hang on. */
export const holidaysOf = (year: number): ReadonlySet<string> => {
  const easter = easterOf(year)
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map(date => `${year}-${date}`)
  return new Set([...fixed, ...[0, 1, 39, 49, 50].map(days => addDays(easter, days))])
}
export const isHoliday = (day: string): boolean => holidaysOf(parts(day)[0]).has(day)

const isWorking = (day: string) => weekday(day) !== 0 && weekday(day) !== 6 && !isHoliday(day)
/** That day, or the next one that is neither Saturday, nor Sunday, nor a holiday. */
export const workingDayFrom = (day: string): string => (isWorking(day) ? day : workingDayFrom(addDays(day, 1)))
/** That day, or the last one before it. */
export const workingDayUntil = (day: string): string => (isWorking(day) ? day : workingDayUntil(addDays(day, -1)))

/**
 * The last day a notice may be sent so that `clearDays` whole days stand between it and the meeting: neither the day it is
 * sent nor that of the meeting counts, and a term that ends on a Saturday, a Sunday or a holiday runs to the next working day.
 */
export const lastSendingDay = (meeting: string, clearDays: number): string => {
  const goesFrom = (sent: string): string => (workingDayFrom(addDays(sent, clearDays)) < meeting ? sent : goesFrom(addDays(sent, -1)))
  return goesFrom(addDays(meeting, -clearDays - 1))
}

const parts = (day: string): readonly [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}
