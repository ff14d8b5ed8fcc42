import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import type { Commitment, ReviewClause } from './commitment.ts'
import type { T } from './locales/index.ts'

/** A figure with its unit: « 9,5 minutes ». */
export const sayFigure = (value: number, unit: string, locale: Locale): string =>
  `${formatNumber(value, locale)}${unit === '' ? '' : `\u00a0${unit}`}`

/** « Temps d’attente moyen : 10 minutes au plus ». */
export const sayPromise = (t: T, { indicator, unit, direction, target }: Commitment, locale: Locale): string =>
  t(`promise.${direction}`, { indicator, target: sayFigure(target, unit, locale) })

/** « Le 3 mars 2027, la décision revient au conseil municipal. » */
export const sayClause = (t: T, { kind, on, amount, condition, agenda }: ReviewClause, locale: Locale): string =>
  t(`clause.${kind}`, { date: on ? formatDate(on, locale) : '', amount: amount ?? 0, condition, agenda: t(`agenda.${agenda}`) })
