import { addDays } from '#kernel/rules'

/** A month is published on the sixth of the next one, and then never changes: the days before serve to key in what is late. */
const publishedOn = 6
/** The day on which a month is published. */
export const publicationOf = (month: string): string => `${addDays(`${month}-28`, 4).slice(0, 7)}-${String(publishedOn).padStart(2, '0')}`

/** The first day of the earliest month that can still be keyed in: everything before it is published. */
export const openMonth = (today: string): string => {
  const first = `${today.slice(0, 7)}-01`
  return Number(today.slice(8, 10)) >= publishedOn ? first : `${addDays(first, -1).slice(0, 7)}-01`
}
