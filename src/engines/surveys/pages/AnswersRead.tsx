import type { Locale } from '#kernel/i18n'
import { DefinitionList } from '#kernel/ui'
import { words } from '../locales/index.ts'
import type { Answers } from '../rules/answers.ts'
import { holds } from '../rules/conditions.ts'
import { said } from '../rules/labels.ts'
import type { Section } from '../rules/questionnaire.ts'
import { answerInWords } from '../rules/reading.ts'

/** What was answered on one page, to read over before sending. */
export const AnswersRead = ({
  section,
  answers,
  language,
  locale,
}: {
  section: Section
  answers: Answers
  language: string
  locale: Locale
}) => {
  const t = words(locale)
  const common = { other: t('answer.other'), unsure: t('answer.unsure') }
  return (
    <DefinitionList
      items={section.questions
        .filter(question => holds(question.showIf, answers))
        .map(question => {
          const lines = answerInWords(question, answers, language, common)
          return {
            term: said(question.label, language).text,
            value: lines.length === 0 ? <span class="soft">{t('answer.none')}</span> : lines.map((line, at) => <p key={at}>{line}</p>),
          }
        })}
    />
  )
}
