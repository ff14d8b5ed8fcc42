import type { squareFr } from '../locales/squareFr.ts'

export type SquareKey = keyof typeof squareFr
export type SquareWords = Readonly<Record<SquareKey, string>>
export type Say = (key: SquareKey, values?: Readonly<Record<string, string | number>>) => string
/** Says the sentences of the square: holes are filled, nothing else; small enough for the telephone. */
export const sayer =
  (words: SquareWords): Say =>
  (key, values = {}) =>
    words[key]
      .replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
      .replace(/ (?=[:;?!»])/g, '\u00a0') // French marks do not begin a line
      .replace('« ', '«\u00a0')

/** Decimetres as metres: « 3,5 ». */
export const sayMetres = (decimetres: number, locale: 'fr' | 'en'): string =>
  new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(decimetres / 10)
export const sayEuros = (cents: number, locale: 'fr' | 'en'): string =>
  new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency: 'EUR' }).format(cents / 100)
/** `'2026-11-27'` → « 27 novembre 2026 ». */
export const sayDay = (day: string, locale: 'fr' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/^1 /, locale === 'fr' ? '1er ' : '1 ')
/** « 08:30 » → « 8 h 30 ». */
export const sayHour = (time: string, locale: 'fr' | 'en'): string => {
  const [hour = '', minute = ''] = time.split(':')
  return locale === 'fr' ? `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}` : time
}
