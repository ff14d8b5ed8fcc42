import { formatDate, type Locale } from '#kernel/i18n'
import { words } from '../locales/index.ts'
import type { Opening } from './openingSpans.ts'

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** « Chaque mercredi et samedi de 14 h à 19 h », with its first and last days when they are still to come. */
export const sayOpening = (opening: Omit<Opening, 'id' | 'holder'>, today: string, locale: Locale): string => {
  const t = words(locale)
  return [
    t('opening.at', {
      days: sayRule(opening, locale),
      from: clock(opening.starts, 0, locale),
      to: clock(opening.starts, opening.minutes, locale),
    }),
    ...(opening.rule !== '' && opening.firstDay > today ? [t('opening.since', { day: formatDate(opening.firstDay, locale) })] : []),
    ...(opening.rule !== '' && opening.lastDay !== null ? [t('opening.until', { day: formatDate(opening.lastDay, locale) })] : []),
  ].join(', ')
}

/** The days of a rule in words. A rule that no screen writes is shown as it is. */
const sayRule = ({ rule, firstDay }: Pick<Opening, 'rule' | 'firstDay'>, locale: Locale): string => {
  const t = words(locale)
  if (rule === '') return t('opening.once', { day: formatDate(firstDay, locale) })
  const parts = new Map(rule.split(';').map(part => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]))
  const others = [...parts.keys()].filter(name => !['FREQ', 'BYDAY', 'INTERVAL'].includes(name))
  const [frequency, interval] = [parts.get('FREQ'), parts.get('INTERVAL') ?? '1']
  const days = (parts.get('BYDAY') ?? '').split(',').filter(Boolean)
  if (others.length === 0 && frequency === 'DAILY' && interval === '1' && days.length === 0) return t('opening.daily')
  if (others.length === 0 && frequency === 'WEEKLY' && days.every(isWeekday)) {
    const named = list(days.length === 0 ? [dayOf(firstDay)] : weekdays.filter(day => days.includes(day)), locale)
    if (interval === '1') return days.length === 7 ? t('opening.daily') : t('opening.weekly', { days: named })
    if (interval === '2') return t('opening.fortnightly', { days: named, day: formatDate(firstDay, locale) })
  }
  const monthly = /^(1|2|3|4|-1)([A-Z]{2})$/.exec(days[0] ?? '')
  const [nth, day] = [nths.find(one => one === monthly?.[1]), monthly?.[2] ?? '']
  if (others.length === 0 && frequency === 'MONTHLY' && interval === '1' && days.length === 1 && nth && isWeekday(day))
    return t(`opening.month${nth}`, { day: t(`weekday.${day}`) })
  return t('opening.rule', { rule })
}

const nths = ['1', '2', '3', '4', '-1'] as const
const isWeekday = (text: string): text is Weekday => weekdays.some(day => day === text)
const dayOf = (day: string): Weekday => weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO'
const list = (days: readonly Weekday[], locale: Locale) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(days.map(day => words(locale)(`weekday.${day}`)))

const clock = (starts: string, after: number, locale: Locale) => {
  const minutes = (Number(starts.slice(0, 2)) * 60 + Number(starts.slice(3, 5)) + after) % 1440
  const [hours, rest] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')]
  return words(locale)(rest === '00' ? 'opening.hour' : 'opening.hourMinutes', { hours, minutes: rest })
}
