import { daysBetween } from '#kernel/rules'

/** Why someone wants to know; the first of these that holds is the one they are told. */
export const reasons = ['author', 'supporter', 'member', 'follower'] as const
export type Because = (typeof reasons)[number]

/** How often a person wants letters. */
export const rhythms = ['immediately', 'daily', 'weekly', 'never'] as const
export type Rhythm = (typeof rhythms)[number]
export const usualRhythm: Rhythm = 'daily'

/** Letters leave in the morning, Europe/Paris. */
const morning = 7

/**
 * Is it time to write to someone who has news waiting? Daily: once a day, from seven. Weekly: on Monday from seven, or as soon as
 * possible in the morning when a Monday was missed.
 * @param moment.hour hour in Europe/Paris, 0 to 23
 * @param lastOn day of the last letter, or null
 */
export const digestDue = (rhythm: Rhythm, lastOn: string | null, moment: { today: string; hour: number }): boolean => {
  if (rhythm === 'never') return false
  if (rhythm === 'immediately') return true
  if (moment.hour < morning || lastOn === moment.today) return false
  if (rhythm === 'daily') return true
  return isMonday(moment.today) || (lastOn !== null && daysBetween(lastOn, moment.today) >= 7)
}

// 5 January 1970 was a Monday.
const isMonday = (day: string) => daysBetween('1970-01-05', day) % 7 === 0
