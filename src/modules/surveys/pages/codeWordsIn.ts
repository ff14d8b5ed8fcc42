import { questionnaireWords } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import type { T } from '../locales/index.ts'
import type { CodeWords } from '../rules/tableWords.ts'

/** What codes say, in the language of the page. */
export const codeWordsIn = (t: T, locale: Locale): CodeWords => {
  const say = questionnaireWords(locale)
  return {
    other: say('answer.other'),
    unsure: say('answer.unsure'),
    first: t('results.first'),
    from: (n: string) => t('results.from', { n }),
    under: (n: string) => t('results.under', { n }),
  }
}
