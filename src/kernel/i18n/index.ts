export { type Locale, locales, defaultLocale, isLocale } from './locale.ts'
export { defineWords, type Translate, type Words } from './words.ts'
export { formatDate, formatDateTime, formatTime, formatMoney, formatNumber, formatPercent } from './format.ts'
