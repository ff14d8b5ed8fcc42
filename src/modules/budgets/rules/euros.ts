import { formatNumber, type Locale } from '#kernel/i18n'

/** Euros as they are read, without cents when there are none: `8 000 €`. */
export const euros = (amount: number, locale: Locale) =>
  locale === 'fr' ? `${formatNumber(amount, locale)}\u00a0€` : `€${formatNumber(amount, locale)}`
/** Integer cents, likewise. */
export const money = (cents: number, locale: Locale) => euros(cents / 100, locale)
