import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import type { T } from './locales/index.ts'
import type { IndicatorId } from './rules/indicators.ts'
import type { Campaign } from './schema.ts'

/** « 82 % », « 3,6 sur 5 », « 9,5 min ». */
export const sayIndicator = (t: T, id: IndicatorId, value: number, locale: Locale): string =>
  `${formatNumber(value, locale)}${locale === 'en' && t(`unit.${id}`) === '%' ? '' : '\u00a0'}${t(`unit.${id}`)}`

export const sayDates = (t: T, { opensOn, closesOn }: Pick<Campaign, 'opensOn' | 'closesOn'>, locale: Locale): string =>
  t('campaign.between', { from: formatDate(opensOn, locale), to: formatDate(closesOn, locale) })
