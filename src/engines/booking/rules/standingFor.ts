import { addDays, dayInParis } from '#kernel/rules'
import type { Rules } from './policy.ts'
import { minutesOf, type Span } from './spans.ts'

/** What the house knows of somebody on the day, by dated facts. */
export interface Known {
  readonly now: string
  /** Years reached on the day of the booking; null when no date of birth is known. */
  readonly age: number | null
  readonly residence: 'none' | 'declared' | 'verified'
  /** Numbers of the organisations the person is a member of. */
  readonly organisations: readonly string[]
  readonly isMember: boolean
  /** Permits ever gained: a withdrawn one has `until` before its withdrawal. */
  readonly permits: readonly { readonly name: string; readonly since: string; readonly until: string | null }[]
  readonly documents: readonly { readonly document: string; readonly edition: number }[]
  /** End of a suspension that stands, or null. */
  readonly suspendedUntil: string | null
  /** What the person has already booked under the same policy, and that takes time: from last week on. */
  readonly bookings: readonly Span[]
}
export const reasons = [
  'sign-in',
  'suspended',
  'past',
  'too-soon',
  'too-early',
  'too-short',
  'too-long',
  'not-a-step',
  'permit-missing',
  'permit-expired',
  'document-unsigned',
  'age-unknown',
  'too-young',
  'not-resident',
  'residence-unproven',
  'not-a-member',
  'week-bookings',
  'week-minutes',
  'at-once',
] as const
/** One thing that is missing, with what its sentence says: see `reason.*` in the locales. */
export interface Missing {
  readonly reason: (typeof reasons)[number]
  readonly values: Readonly<Record<string, string | number>>
}
/** A verdict that names everything that is missing; `because` is the first of it. */
export type Standing =
  | { readonly ok: true; readonly missing: readonly [] }
  | { readonly ok: false; readonly because: Missing['reason']; readonly missing: readonly Missing[] }

/** Whether somebody may book that time under these rules, and all that is missing; null is a visitor. */
export const standingFor = (rules: Rules, known: Known | null, asked: Span & { readonly kind: 'time' | 'place' }): Standing => {
  if (known === null) return standing([missing('sign-in')])
  return standing([...timeMissing(rules, known, asked), ...personMissing(rules, known, asked), ...quotaMissing(rules, known, asked)])
}
/** The same without a time: what this person may know before they choose one. */
export const standingOfPerson = (rules: Rules, known: Known | null): Standing =>
  known === null ? standing([missing('sign-in')]) : standing(personMissing(rules, known, { startsAt: known.now }))

const standing = (found: readonly Missing[]): Standing =>
  found[0] === undefined ? { ok: true, missing: [] } : { ok: false, because: found[0].reason, missing: found }
const missing = (reason: Missing['reason'], values: Missing['values'] = {}): Missing => ({ reason, values })

const timeMissing = (rules: Rules, { now }: Known, asked: Span & { readonly kind: 'time' | 'place' }): Missing[] => {
  const found: Missing[] = []
  const { leastMinutes, mostDays } = rules.advance
  const before = minutesOf({ startsAt: now, endsAt: asked.startsAt })
  if (asked.endsAt <= now) found.push(missing('past'))
  else if (leastMinutes > 0 && before < leastMinutes) found.push(missing('too-soon', { minutes: leastMinutes }))
  const opensOn = mostDays === null ? null : addDays(dayInParis(asked.startsAt), -mostDays)
  if (opensOn !== null && dayInParis(now) < opensOn) found.push(missing('too-early', { days: mostDays ?? 0, day: opensOn }))
  if (asked.kind === 'place') return found // a session has the length it has
  const { step, least, most } = rules.length
  const long = minutesOf(asked)
  if (long < least) found.push(missing('too-short', { minutes: least }))
  if (long > most) found.push(missing('too-long', { minutes: most }))
  if (long % step !== 0) found.push(missing('not-a-step', { minutes: step }))
  return found
}

const personMissing = (rules: Rules, known: Known, asked: Pick<Span, 'startsAt'>): Missing[] => {
  const found: Missing[] = []
  const day = dayInParis(asked.startsAt)
  if (known.suspendedUntil !== null && known.suspendedUntil > known.now) found.push(missing('suspended', { until: known.suspendedUntil }))
  for (const { permit: name, label, path } of rules.permits) {
    const held = known.permits.filter(permit => permit.name === name)
    const valid = held.some(({ since, until }) => since <= day && (until === null || until >= day))
    if (held.length === 0) found.push(missing('permit-missing', { permit: name, label, path }))
    else if (!valid) {
      const until =
        held
          .map(permit => permit.until ?? '')
          .toSorted()
          .at(-1) ?? ''
      found.push(missing('permit-expired', { permit: name, label, path, until }))
    }
  }
  for (const { document, edition, label, path } of rules.documents)
    if (!known.documents.some(signed => signed.document === document && signed.edition >= edition))
      found.push(missing('document-unsigned', { document, edition, label, path }))
  if (rules.minimumAge !== null) {
    if (known.age === null) found.push(missing('age-unknown', { age: rules.minimumAge }))
    else if (known.age < rules.minimumAge) found.push(missing('too-young', { age: rules.minimumAge }))
  }
  if (rules.residence === 'declared' && known.residence === 'none') found.push(missing('not-resident'))
  if (rules.residence === 'verified' && known.residence !== 'verified') found.push(missing('residence-unproven'))
  if (!isMemberEnough(rules, known)) found.push(missing('not-a-member'))
  return found
}

const isMemberEnough = ({ membership }: Rules, known: Known) =>
  membership === 'none' || (membership === 'any' ? known.isMember : membership.some(one => known.organisations.includes(one)))

const quotaMissing = (rules: Rules, known: Known, asked: Span): Missing[] => {
  const found: Missing[] = []
  const monday = mondayOf(dayInParis(asked.startsAt))
  const week = known.bookings.filter(one => mondayOf(dayInParis(one.startsAt)) === monday)
  const { bookings, minutes } = rules.perWeek
  if (bookings !== null && week.length >= bookings) found.push(missing('week-bookings', { n: bookings, day: monday }))
  const taken = week.reduce((sum, one) => sum + minutesOf(one), 0)
  if (minutes !== null && taken + minutesOf(asked) > minutes)
    found.push(missing('week-minutes', { minutes, left: Math.max(0, minutes - taken), day: monday }))
  if (rules.atOnce !== null && known.bookings.filter(one => one.endsAt > known.now).length >= rules.atOnce)
    found.push(missing('at-once', { n: rules.atOnce }))
  return found
}

/** The Monday of that day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
