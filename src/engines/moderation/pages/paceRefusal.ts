import { formatTime, type Locale } from '#kernel/i18n'
import { words } from '../locales/index.ts'
import type { PaceVerdict } from '../rules/pace.ts'

/** Why it is too soon, and when to come back, in words. */
export const paceRefusal = (verdict: Exclude<PaceVerdict, { ok: true }>, locale: Locale): string =>
  words(locale)(`pace.${verdict.because}`, { limit: verdict.limit, time: formatTime(verdict.comeBackAt, locale) })
