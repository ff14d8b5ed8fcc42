import { addDays } from '#kernel/rules'

export type Territory = 'general' | 'alsace-moselle'

/** Public holidays of a year, in order, `'YYYY-MM-DD'` (code du travail L3133-1; Alsace and Moselle: L3134-13). */
export const frenchHolidays = (year: number, territory: Territory = 'general'): readonly string[] => {
  const easter = easterSunday(year)
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map(
    day => `${String(year).padStart(4, '0')}-${day}`,
  )
  const moving = [1, 39, 50].map(days => addDays(easter, days))
  const local = territory === 'alsace-moselle' ? [addDays(easter, -2), `${String(year).padStart(4, '0')}-12-26`] : []
  return [...new Set([...fixed, ...moving, ...local])].toSorted()
}

/** Easter Sunday in the Gregorian calendar (Butcher's computus, 1876). */
export const easterSunday = (year: number): string => {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  const days = moon + weekday - 7 * correction + 114
  return `${String(year).padStart(4, '0')}-${String(Math.floor(days / 31)).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`
}

/** Is it a day from Monday to Friday that is no public holiday? */
export const isWorkingDay = (day: string, territory: Territory = 'general'): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5 && !frenchHolidays(Number(day.slice(0, 4)), territory).includes(day)
}
