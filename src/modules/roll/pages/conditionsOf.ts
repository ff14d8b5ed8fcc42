import type { Locale } from '#kernel/i18n'
import { type T, words } from '../locales/index.ts'
import type { Conditions } from '../rules/standing.ts'

/** What a rule asks, one plain sentence per condition. */
export const conditionsOf = (t: T, rule: Conditions): readonly string[] => {
  const said = [
    rule.minimumAge === null ? null : t('rule.age', { n: rule.minimumAge }),
    rule.residence === 'none' ? null : t(`rule.residence.${rule.residence}`),
    rule.college === null ? null : t(`rule.college.${rule.college}`),
    rule.association ? t('rule.association') : null,
    rule.identity ? t('rule.identity') : null,
  ].filter(one => one !== null)
  return [...(said.length === 0 ? [t('rule.everyone')] : said), t('rule.nationality')]
}

/** The same, for pages of other rooms. */
export const conditionsIn = (locale: Locale, rule: Conditions): readonly string[] => conditionsOf(words(locale), rule)
