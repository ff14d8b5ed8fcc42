import { PaperQuestionnaire, type Questionnaire, said, type Sheet } from '#engines/surveys'
import { formatDate, type Locale } from '#kernel/i18n'
import { Notice, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { crumbsOf } from './crumbsOf.ts'

/** Sheets ready to print, one after the other. */
export const PrintPage = ({
  t,
  locale,
  survey,
  questionnaire,
  sheets,
}: {
  t: T
  locale: Locale
  survey: Survey
  questionnaire: Questionnaire
  sheets: readonly Sheet[]
}) => (
  <Page title={t('print.page')} breadcrumb={crumbsOf(t, survey, 'sheets')}>
    <Notice title={t('print.how')}>{t('print.howText')}</Notice>
    {sheets.map(sheet => (
      <PaperQuestionnaire
        key={sheet.number}
        questionnaire={questionnaire}
        title={said(survey.title, sheet.language).text}
        number={t('sheet.numbered', { n: sheet.number })}
        code={sheet.code}
        language={sheet.language}
        locale={locale}
        intro={[
          said(survey.purpose, sheet.language).text,
          survey.closesOn ? t('print.until', { until: formatDate(survey.closesOn, locale) }) : '',
          t('print.data', { body: survey.askedBy }),
        ].join(' ')}
      />
    ))}
  </Page>
)
