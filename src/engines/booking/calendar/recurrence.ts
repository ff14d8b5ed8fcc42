import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

const parts = /^(FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|BYYEARDAY|BYWEEKNO|WKST)=([A-Z0-9,+-]+)$/
/** Openings are counted in days: hours come from the opening itself. */
const frequencies = /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/

/** Whether a rule of RFC 5545 may be used here: by the day, week, month or year, each part once. Empty means that one day. */
export const isRule = (rule: string): boolean => {
  if (rule === '') return true
  const found = rule.split(';').map(part => parts.exec(part))
  const names = found.map(part => part?.[1])
  if (found.some(part => part === null) || new Set(names).size < names.length) return false
  if (!frequencies.test(found.find(part => part?.[1] === 'FREQ')?.[2] ?? '')) return false
  if (names.includes('COUNT') && names.includes('UNTIL')) return false
  try {
    const dates = new RRuleTemporal({ rruleString: dated('2024-01-01', rule), strict: true, maxIterations: 1000, cache: false })
    dates.next(new Date('2024-01-01T00:00:00Z'), true)
    return true
  } catch {
    return false
  }
}

const midnight = (day: string) => Temporal.ZonedDateTime.from(`${day}T00:00:00[UTC]`)
// Only days are counted here, so one zone without clock changes does; hours are given back in Europe/Paris (openingSpans).
const dated = (first: string, rule: string) =>
  `DTSTART:${first.replaceAll('-', '')}T000000Z\nRRULE:${rule.replace(/UNTIL=(\d{8})(?!T)/, 'UNTIL=$1T000000Z')}`

/** The days of a rule that starts on `first`, from one day to another, both included. As RFC 5545 asks, `first` counts only if it fits the rule. */
export const daysOfRule = (first: string, rule: string, from: string, to: string): readonly string[] => {
  if (to < first || from > to) return []
  if (rule === '') return first >= from ? [first] : []
  const start = from > first ? from : first
  return recurrence(first, rule)
    .between(midnight(start), midnight(to), true)
    .map(one => one.toPlainDate().toString())
}

// A calendar page asks for the same rule many times.
const kept = new Map<string, RRuleTemporal>()
const recurrence = (first: string, rule: string) => {
  const key = `${first} ${rule}`
  let found = kept.get(key)
  if (!found) {
    if (kept.size > 500) kept.clear()
    found = new RRuleTemporal({ rruleString: dated(first, rule), maxIterations: 20_000 })
    kept.set(key, found)
  }
  return found
}
