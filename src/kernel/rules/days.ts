const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' })
/** The day it is in Europe/Paris at that instant, `'YYYY-MM-DD'`. */
export const dayInParis = (instant: Date | string): string => paris.format(typeof instant === 'string' ? new Date(instant) : instant)

/** The day `days` after (or before) a day; months and years carry over. */
export const addDays = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
/** Whole days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
