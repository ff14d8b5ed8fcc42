import type { Locale } from '#kernel/i18n'
import { words } from '../locales/index.ts'
import { said } from '../rules/labels.ts'
import type { Question } from '../rules/questionnaire.ts'

/** What helps to answer: the agent's own words, then the bounds. */
export const hintOf = (question: Question, language: string, locale: Locale): string | undefined => {
  const help = question.help && said(question.help, language).text
  return [help, boundsOf(question, locale)].filter(Boolean).join(' ') || undefined
}

const boundsOf = (question: Question, locale: Locale): string | undefined => {
  const t = words(locale)
  switch (question.kind) {
    case 'many': {
      const { atLeast, atMost } = question
      if (atLeast && atMost) return t('answer.betweenChoices', { min: atLeast, max: atMost })
      if (atMost) return t('answer.mostChoices', { n: atMost })
      return atLeast ? t('answer.leastChoices', { n: atLeast }) : undefined
    }
    case 'number': {
      const { min, max } = question
      if (min !== undefined && max !== undefined) return t('answer.between', { min, max })
      if (min !== undefined) return t('answer.least', { n: min })
      return max === undefined ? undefined : t('answer.most', { n: max })
    }
    case 'ranking':
      return t('answer.rank', { n: question.places })
    default:
      return undefined
  }
}
