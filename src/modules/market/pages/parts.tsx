import { formatNumber, type Locale } from '#kernel/i18n'
import type { T } from '../locales/index.ts'

export interface Said {
  readonly t: T
  readonly locale: Locale
}
export const crumbs = (t: T, ...more: readonly { readonly label: string; readonly href: string }[]) => [
  { label: t('market.title'), href: '/marche' },
  ...more,
]
/** Decimetres, as metres. */
export const sayLength = (decimetres: number, { t, locale }: Said) => t('unit.metres', { n: formatNumber(decimetres / 10, locale) })
export const sayWeekday = (weekday: number, t: T) => t(`weekday.${weekday}` as 'weekday.1') // 1 to 7, as the form and the database hold it
/** « 08:30 » → « 8 h 30 ». */
export const sayTime = (time: string, locale: Locale): string => {
  const [hour = '', minute = ''] = time.split(':')
  return locale === 'fr' ? `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}` : time
}
export const wrong = (form: { readonly errors: object }) => Object.keys(form.errors).length > 0
