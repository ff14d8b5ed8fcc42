import { PaperQuestionnaire, type Questionnaire } from '#engines/surveys'
import { formatDate, type Locale } from '#kernel/i18n'
import { Face, Page, Poster, PosterBack, QrCode } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { intentions } from '../rules/national.ts'
import type { Campaign } from '../schema.ts'
import { withWords } from './withWords.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly campaign: Campaign
  readonly serviceName: string
  readonly questionnaire: Questionnaire
  /** Whole, for the square; as it is read aloud, for people. */
  readonly address: string
  readonly spoken: string
  /** Leads the desk back to where paper is keyed in. */
  readonly code: string
}

/** The poster of the counter and, on its back, the same questions on paper. */
export const PosterPage = ({ t, locale, campaign, serviceName, questionnaire, address, spoken, code }: Props) => (
  <Page
    title={t('poster.title')}
    kicker={serviceName}
    lead={t('poster.print')}
    breadcrumb={[
      { label: t('title'), href: '/evaluations' },
      { label: serviceName, href: `/evaluations/${campaign.id}` },
    ]}
  >
    <Poster title={t('poster.heading')} lead={t('poster.lead', { service: serviceName })}>
      <p>
        {intentions
          .filter(mood => mood !== 'neutral')
          .map(mood => (
            <Face key={mood} mood={mood} />
          ))}
      </p>
      <QrCode address={address} label={t('poster.alt', { address: spoken })} />
      <p>{t('poster.scan')}</p>
      <p class="poster__code">{spoken}</p>
      <p>{t('poster.paper')}</p>
      <p>{t('poster.until', { date: formatDate(campaign.closesOn, locale) })}</p>
    </Poster>
    <PosterBack>
      <PaperQuestionnaire
        questionnaire={withWords(questionnaire)}
        title={t('answer.title', { service: serviceName })}
        number={t('sheet.plain')}
        code={code}
        language={locale}
        locale={locale}
        intro={t('sheet.intro', { service: serviceName })}
      />
    </PosterBack>
  </Page>
)
