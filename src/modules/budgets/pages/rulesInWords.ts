import type { Locale } from '#kernel/i18n'
import type { T } from '../locales/index.ts'
import { money } from '../rules/euros.ts'
import type { BudgetRules } from '../rules/terms.ts'

/** How people vote and how it is counted, each in a sentence. */
export const rulesInWords = (t: T, locale: Locale, rules: BudgetRules) => ({
  ballot:
    rules.voteKind === 'approval'
      ? rules.mostChoices === null
        ? t('ballotKind.approvalAll')
        : t('ballotKind.approval', { n: rules.mostChoices })
      : rules.voteKind === 'points'
        ? t('ballotKind.points', { n: rules.points ?? 0 })
        : t('ballotKind.knapsack', { envelope: money(rules.envelopeCents, locale) }),
  method: t(`method.${rules.method}Text`),
})
