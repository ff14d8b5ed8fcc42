import { formatDate } from '#kernel/i18n'
import { Button, DefinitionList, Notice, Page, Section, Tag } from '#kernel/ui'
import { sayDates } from '../saying.ts'
import type { CampaignProps } from './campaignProps.ts'
import { CampaignTools } from './CampaignTools.tsx'
import { Channels } from './Channels.tsx'
import { Codes } from './Codes.tsx'
import { Figures } from './Figures.tsx'
import { ResultTables } from './ResultTables.tsx'

/** One campaign: its dates, its questions with their codes, its figures, and its tools. */
export const CampaignPage = (props: CampaignProps) => {
  const { t, locale, campaign, state, serviceName, questionnaire, publication, threshold, power } = props
  return (
    <Page
      title={t('campaign.title', { from: formatDate(campaign.opensOn, locale), to: formatDate(campaign.closesOn, locale) })}
      kicker={serviceName}
      breadcrumb={[
        { label: t('title'), href: '/evaluations' },
        { label: serviceName, href: `/evaluations/service/${campaign.service}` },
      ]}
    >
      <p>
        <Tag tone={state === 'open' ? 'leaf' : 'plain'}>{t(`campaign.${state}`)}</Tag>
      </p>
      {state === 'open' && (
        <p>
          <Button href={`/evaluations/${campaign.id}/repondre`}>{t('list.give')}</Button>
        </p>
      )}
      {campaign.closedBecause !== '' && (
        <Notice>
          {t('campaign.closedBecause', { date: formatDate(campaign.closedOn ?? '', locale), reason: campaign.closedBecause })}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t('campaign.dates'), value: sayDates(t, campaign, locale) },
          { term: t('campaign.recurrence'), value: t(`campaign.${campaign.recurrence}`) },
        ]}
      />
      <Section title={t('list.results')} id="resultats">
        {publication ? (
          <>
            <Figures t={t} locale={locale} indicators={publication.indicators} threshold={threshold} />
            <ResultTables t={t} locale={locale} questionnaire={questionnaire} tables={publication.tables} />
            <Channels t={t} channels={publication.channels} />
          </>
        ) : (
          <p>{t('campaign.noResults', { threshold })}</p>
        )}
      </Section>
      {power !== 'none' && <CampaignTools {...props} />}
      <Section title={t('campaign.questions')} id="questions" lead={t('campaign.questionsLead')}>
        <Codes t={t} locale={locale} campaign={campaign} />
      </Section>
    </Page>
  )
}
