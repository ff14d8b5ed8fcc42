import type { Locale } from '#kernel/i18n'
import { words } from '../locales/index.ts'
import { said } from '../rules/labels.ts'
import { type Condition, other, type Questionnaire, questionsOf, type Test, unsure } from '../rules/questionnaire.ts'

/** A condition as it is said on paper: « Répondez si vous avez répondu « oui » à la question 3 : ». */
export const conditionInWords = (
  condition: Condition,
  questionnaire: Questionnaire,
  language: string,
  locale: Locale,
  sentence: 'condition.all' | 'condition.section' = 'condition.all',
): string => {
  const t = words(locale)
  const between = ` ${t(condition.match === 'all' ? 'condition.and' : 'condition.or')} `
  return t(sentence, { tests: condition.tests.map(one => testInWords(one, questionnaire, language, locale)).join(between) })
}

const testInWords = (test: Test, questionnaire: Questionnaire, language: string, locale: Locale): string => {
  const questions = questionsOf(questionnaire)
  const at = questions.findIndex(question => question.code === test.question)
  const question = questions[at]
  const option = question && 'options' in question ? question.options.find(one => one.code === test.value) : undefined
  const t = words(locale)
  const value =
    test.value === other
      ? t('answer.other')
      : test.value === unsure
        ? t('answer.unsure')
        : option
          ? said(option.label, language).text
          : String(test.value ?? '')
  return t(`test.${test.is}`, { value, n: at + 1 })
}
