import { formatDate, formatDateTime, formatMoney, formatNumber, formatTime, type Locale } from '#kernel/i18n'
import { dayInParis } from '#kernel/rules'
import { words } from './locales/index.ts'
import type { QuoteStep } from './rules/quoteOf.ts'
import type { Rules } from './rules/policy.ts'
import type { Span } from './rules/spans.ts'
import type { EarlyEnd } from './queries/bookings.ts'
import type { Missing } from './rules/standingFor.ts'
import type { State } from './rules/states.ts'
import type { Outcome } from './acts/book.ts'

/** « le mardi 2 décembre 2026 de 9 h à 11 h 30 ». */
export const sayWhen = ({ startsAt, endsAt }: Span, locale: Locale): string => {
  const t = words(locale)
  if (endsAt >= '9999') return t('when.open', { from: formatDateTime(startsAt, locale) })
  const [first, last] = [dayInParis(startsAt), dayInParis(new Date(Date.parse(endsAt) - 1))]
  return first === last
    ? t('when.sameDay', { day: formatDate(first, locale), from: formatTime(startsAt, locale), to: formatTime(endsAt, locale) })
    : t('when.days', { from: formatDateTime(startsAt, locale), to: formatDateTime(endsAt, locale) })
}

/** « Rendu le … au lieu de … ; compté : 2 h de temps utilisé. » */
export const sayEarlyEnd = ({ endedAt, wasUntil, counts, minutes, isFree }: EarlyEnd, locale: Locale): string =>
  words(locale)(`ended.${isFree ? 'free' : counts}`, {
    at: formatDateTime(endedAt, locale),
    was: wasUntil >= '9999' ? '' : formatDateTime(wasUntil, locale),
    length: sayLength(minutes, locale),
  })

/** « 2 h 30 », « 45 min », « 3 jours ». */
export const sayLength = (minutes: number, locale: Locale): string => {
  const t = words(locale)
  if (minutes >= 1440 && minutes % 1440 === 0) return t('length.days', { n: minutes / 1440 })
  if (minutes < 60) return t('length.minutes', { n: minutes })
  const rest = minutes % 60
  return rest === 0
    ? t('length.hours', { n: minutes / 60 })
    : t('length.hoursMinutes', { n: Math.floor(minutes / 60), minutes: String(rest).padStart(2, '0') })
}

/** The sentence of what is missing. */
export const sayMissing = ({ reason, values }: Missing, locale: Locale): string => {
  const until = String(values.until ?? '')
  return words(locale)(`reason.${reason}`, {
    ...values,
    ...(typeof values.minutes === 'number' ? { length: sayLength(values.minutes, locale) } : {}),
    ...(typeof values.left === 'number' ? { left: sayLength(values.left, locale) } : {}),
    ...(typeof values.day === 'string' ? { day: formatDate(values.day, locale) } : {}),
    ...(until === '' ? {} : { until: until.length > 10 ? formatDateTime(until, locale) : formatDate(until, locale) }),
  })
}

export const sayStep = ({ step, values }: QuoteStep, locale: Locale): string => {
  const numbers = (['quotient', 'upTo', 'percent'] as const).flatMap(key =>
    typeof values[key] === 'number' ? [[key, formatNumber(values[key], locale)] as const] : [],
  )
  const said = {
    ...values,
    ...Object.fromEntries(numbers),
    ...(typeof values.cents === 'number' ? { amount: formatMoney(values.cents, locale) } : {}),
  }
  if (step !== 'times') return words(locale)(`price.${step}`, said)
  const per = values.per === 'hour' || values.per === 'place' || values.per === 'unit' ? values.per : 'booking'
  const count = per === 'place' ? Number(values.count) : formatNumber(Number(values.count), locale)
  return words(locale)(`price.times.${per}`, { ...said, count })
}

export const sayState = (state: State, until: string | null, locale: Locale): string =>
  words(locale)(`state.${state}`, { until: until === null ? '' : formatDateTime(until, locale) })

/** What is refused and why, what is taken, and what is free next: whole sentences, one after the other. */
export const refusalSentence = (outcome: Outcome & { readonly ok: false }, locale: Locale): string => {
  const t = words(locale)
  const next = (free: Span | null) => (free ? t('refused.next', { when: sayWhen(free, locale) }) : t('refused.noNext'))
  switch (outcome.because) {
    case 'standing':
      return outcome.standing.missing.map(one => sayMissing(one, locale)).join(' ')
    case 'closed':
      return [t('refused.closed'), next(outcome.next)].join(' ')
    case 'taken':
      return [t('refused.taken', { when: sayWhen(outcome.taken, locale) }), next(outcome.next), outcome.mayWait ? t('refused.mayWait') : '']
        .join(' ')
        .trim()
    case 'full':
      return [outcome.left > 0 ? t('refused.left', { n: outcome.left }) : t('refused.full'), outcome.mayWait ? t('refused.mayWait') : '']
        .join(' ')
        .trim()
    case 'cancelled':
      return t('refused.cancelled', { reason: outcome.reason })
    default:
      return t(`refused.${outcome.because}`)
  }
}

/** The rules as people read them, one sentence each; a session has the length it has. */
export const sayRules = (rules: Rules, locale: Locale, isSession = false): readonly string[] => {
  const t = words(locale)
  const { length, advance, perWeek, approval, absences, earlyEnd } = rules
  return [
    ...rules.permits.map(({ label }) => t('rule.permit', { label })),
    ...rules.documents.map(({ label }) => t('rule.document', { label })),
    ...(rules.minimumAge === null ? [] : [t('rule.age', { age: rules.minimumAge })]),
    ...(rules.residence === 'none' ? [] : [t(`rule.${rules.residence}`)]),
    ...(rules.membership === 'none' ? [] : [t('rule.member')]),
    ...(isSession
      ? []
      : [
          t('rule.length', {
            least: sayLength(length.least, locale),
            most: sayLength(length.most, locale),
            step: sayLength(length.step, locale),
          }),
        ]),
    ...(perWeek.bookings === null ? [] : [t('rule.weekBookings', { n: perWeek.bookings })]),
    ...(perWeek.minutes === null ? [] : [t('rule.weekMinutes', { length: sayLength(perWeek.minutes, locale) })]),
    ...(rules.atOnce === null ? [] : [t('rule.atOnce', { n: rules.atOnce })]),
    ...(advance.mostDays === null ? [] : [t('rule.mostDays', { n: advance.mostDays })]),
    ...(advance.leastMinutes === 0 ? [] : [t('rule.leastBefore', { length: sayLength(advance.leastMinutes, locale) })]),
    rules.cancelUntil === 0 ? t('rule.cancelStart') : t('rule.cancel', { length: sayLength(rules.cancelUntil, locale) }),
    ...(!isSession && earlyEnd.byPerson ? [t('rule.earlyPerson')] : []),
    ...(!isSession && earlyEnd.counts === 'used' ? [t('rule.earlyUsed', { step: sayLength(length.step, locale) })] : []),
    ...(!approval.needed ? [] : [approval.withinDays === null ? t('rule.approval') : t('rule.approvalDays', { n: approval.withinDays })]),
    ...(approval.needed && approval.byPriority ? [t('rule.byPriority')] : []),
    ...(absences === null ? [] : [t('rule.absences', { n: absences.count, days: absences.withinDays, suspend: absences.suspendDays })]),
  ]
}
