import { formatMoney, formatNumber, type Locale } from '#kernel/i18n'
import { Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Difference, Unit } from '../rules/inspection.ts'
import { home } from '../where.ts'

export interface Said {
  readonly t: T
  readonly locale: Locale
}
/** How each body is called, by number. */
export type Names = ReadonlyMap<number, string>
export const nameOf = (names: Names, body: number): string => names.get(body) ?? `${body}`

export const crumbs = (t: T, ...more: readonly { readonly label: string; readonly href: string }[]) => [
  { label: t('title'), href: home },
  ...more,
]
/** « 124 km », « 3 jours ». */
export const sayUnits = (units: number, unit: Unit, { t, locale }: Said): string =>
  unit === 'day' || unit === 'use' ? t(`unit.${unit}`, { n: units }) : t(`unit.${unit}`, { n: formatNumber(units, locale) })

export const sayDifference = (one: Difference, t: T): string =>
  one.kind === 'fuel'
    ? t('difference.fuel', { n: one.eighths })
    : one.kind === 'state'
      ? t('difference.state', {
          part: one.part,
          from: t(`partState.${one.from}`).toLowerCase(),
          to: t(`partState.${one.to}`).toLowerCase(),
          note: one.note && `(${one.note})`,
        })
      : t(`difference.${one.kind}`, { part: one.part, count: one.count })

/** Above zero, it owes; below, it receives. */
export const sayBalance = (cents: number, { t, locale }: Said): string =>
  cents === 0 ? t('year.even') : t(cents > 0 ? 'year.owes' : 'year.receives', { amount: formatMoney(Math.abs(cents), locale) })

export const StateTag = ({ state, said }: { readonly state: string; readonly said: string }) => (
  <Tag tone={state === 'confirmed' || state === 'present' ? 'leaf' : state === 'asked' || state === 'offered' ? 'ochre' : 'plain'}>
    {said}
  </Tag>
)
