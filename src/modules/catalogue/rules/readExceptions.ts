import { readHours, sayHours } from './readHours.ts'

/** Days on which a service is otherwise; closed when `hours` is empty. */
export interface Exception {
  readonly firstDay: string
  readonly lastDay: string
  readonly hours: string
  readonly reason: string
}

const DAY = String.raw`(\d{1,2})[/.](\d{1,2})[/.](\d{4})`
const LINE = new RegExp(String.raw`^(?:du\s+)?${DAY}(?:\s*(?:-|–|au|to)\s*${DAY})?\s*:\s*([^()]*?)\s*(?:\(([^()]*)\))?$`, 'i')

/**
 * Reads one exception a line: "24/12/2026 : 9h-12h (veille de fête)", "du 01/08/2027 au 15/08/2027 : fermé (congés)".
 * @returns the exceptions in order of days, or the first line that cannot be understood
 */
export const readExceptions = (
  written: string,
): { readonly ok: true; readonly exceptions: readonly Exception[] } | { readonly ok: false; readonly line: string } => {
  const exceptions: Exception[] = []
  for (const line of written
    .split('\n')
    .map(text => text.replace(/[\u00a0\u202f]/g, ' ').trim())
    .filter(text => text !== '')) {
    const found = LINE.exec(line)
    const firstDay = found && dayOf(found[1]!, found[2]!, found[3]!)
    const lastDay = found && (found[4] ? dayOf(found[4], found[5]!, found[6]!) : firstDay)
    const slots = found && readHours(found[7]!)
    if (!firstDay || !lastDay || lastDay < firstDay || !slots) return { ok: false, line }
    if (exceptions.some(other => firstDay <= other.lastDay && other.firstDay <= lastDay)) return { ok: false, line }
    exceptions.push({ firstDay, lastDay, hours: sayHours(slots), reason: found[8]?.trim() ?? '' })
  }
  return { ok: true, exceptions: exceptions.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1)) }
}

/** A day that exists, or null. */
const dayOf = (day: string, month: string, year: string): string | null => {
  const daysOfMonth = (Date.UTC(Number(year), Number(month), 1) - Date.UTC(Number(year), Number(month) - 1, 1)) / 86_400_000
  if (Number(year) < 1900 || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > daysOfMonth) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** An exception as it is typed again in the form. */
export const writeException = ({ firstDay, lastDay, hours, reason }: Exception): string => {
  const written = (day: string) => day.split('-').toReversed().join('/')
  const days = firstDay === lastDay ? written(firstDay) : `${written(firstDay)} – ${written(lastDay)}`
  return `${days} : ${hours || 'fermé'}${reason ? ` (${reason})` : ''}`
}
