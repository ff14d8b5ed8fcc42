import { type Slot, sayHours } from './readHours.ts'
import type { Exception } from './readExceptions.ts'

export interface Week {
  /** 1 is Monday. */
  readonly openings: readonly (Slot & { readonly weekday: number })[]
  readonly exceptions: readonly Exception[]
}

/** What a service's hours are on a day: an exception wins over the ordinary week. `hours` is empty when it is closed. */
export const hoursOn = ({ openings, exceptions }: Week, day: string): { readonly hours: string; readonly because: string } => {
  const exception = exceptions.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  if (exception) return { hours: exception.hours, because: exception.reason }
  return { hours: sayHours(openings.filter(({ weekday }) => weekday === weekdayOf(day))), because: '' }
}

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: string): number => {
  const days = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
  return ((((days + 3) % 7) + 7) % 7) + 1
}
