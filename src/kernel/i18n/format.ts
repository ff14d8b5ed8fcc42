import type { Locale } from './locale.ts'

const tag = { fr: 'fr-FR', en: 'en-GB' } as const
const timeZone = 'Europe/Paris'
const cache = <Format>(make: (locale: Locale) => Format) => {
  const made = new Map<Locale, Format>()
  return (locale: Locale) => {
    let format = made.get(locale)
    if (!format) made.set(locale, (format = make(locale)))
    return format
  }
}
const date = cache(
  l => new Intl.DateTimeFormat(tag[l], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
)
const dateTime = cache(l => new Intl.DateTimeFormat(tag[l], { dateStyle: 'full', timeStyle: 'short', timeZone }))
const time = cache(l => new Intl.DateTimeFormat(tag[l], { timeStyle: 'short', timeZone }))
const money = cache(l => new Intl.NumberFormat(tag[l], { style: 'currency', currency: 'EUR' }))
const number = cache(l => new Intl.NumberFormat(tag[l], { maximumFractionDigits: 2 }))
const percent = cache(l => new Intl.NumberFormat(tag[l], { style: 'percent', maximumFractionDigits: 1 }))

/** `'2027-03-03'` → "mercredi 3 mars 2027". */
export const formatDate = (day: string, locale: Locale) => saidFirst(date(locale).format(new Date(`${day.slice(0, 10)}T00:00:00Z`)), locale)
/** An instant (ISO text or Date), said in Europe/Paris: "mercredi 2 décembre 2026 à 18 h 30". */
export const formatDateTime = (instant: string | Date, locale: Locale) =>
  saidHour(saidFirst(dateTime(locale).format(new Date(instant)), locale), locale)
/** An instant's hour and minute, in Europe/Paris: "9 h", "18 h 30". */
export const formatTime = (instant: string | Date, locale: Locale) => saidHour(time(locale).format(new Date(instant)), locale)
/** Integer cents → "12,50 €". */
export const formatMoney = (cents: number, locale: Locale) => money(locale).format(cents / 100)
export const formatNumber = (value: number, locale: Locale) => number(locale).format(value)
/** 0.25 → "25 %". */
export const formatPercent = (ratio: number, locale: Locale) => percent(locale).format(ratio)

/** French says "1er mars"; the other days are plain numbers. */
const saidFirst = (said: string, locale: Locale) => (locale === 'fr' ? said.replace(/ 1 (?=\p{L})/u, ' 1er ') : said)

/** French says "18 h 30", never "18:30"; the spaces do not break. */
const saidHour = (said: string, locale: Locale) =>
  locale === 'fr'
    ? said.replace(
        /(\d{2}):(\d{2})/,
        (_, hour: string, minute: string) => `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`,
      )
    : said
