import { PaperQuestionnaire, type Questionnaire, type Sheet } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { Page, PosterBack } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Campaign } from '../schema.ts'
import { withWords } from './withWords.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly campaign: Campaign
  readonly serviceName: string
  readonly questionnaire: Questionnaire
  readonly sheets: readonly Sheet[]
}

/** Numbered forms, one a page. */
export const SheetsPage = ({ t, locale, campaign, serviceName, questionnaire, sheets }: Props) => (
  <Page
    title={t('sheet.title')}
    kicker={serviceName}
    lead={sheets.length === 0 ? t('sheet.none') : t('sheet.lead', { first: sheets[0]?.number ?? 0, last: sheets.at(-1)?.number ?? 0 })}
    breadcrumb={[
      { label: t('title'), href: '/evaluations' },
      { label: serviceName, href: `/evaluations/${campaign.id}` },
    ]}
  >
    {sheets.map(sheet => (
      <PosterBack key={sheet.number}>
        <PaperQuestionnaire
          questionnaire={withWords(questionnaire)}
          title={t('answer.title', { service: serviceName })}
          number={t('sheet.number', { n: sheet.number })}
          code={sheet.code}
          language={locale}
          locale={locale}
          intro={t('sheet.intro', { service: serviceName })}
        />
      </PosterBack>
    ))}
  </Page>
)
