import { said } from '#engines/surveys'
import { DownloadLinks, DefinitionList, Page, Section, Tabs, Time, Actions, Button, Notice } from '#kernel/ui'
import type { Effect } from '../queries/effects.ts'
import type { StoredPublication } from '../queries/publications.ts'
import type { Survey } from '../queries/surveys.ts'
import { ResultBlocks, type ResultBlocksProps } from './ResultBlocks.tsx'

interface Props extends Omit<ResultBlocksProps, 'results'> {
  readonly survey: Survey
  readonly shown: StoredPublication
  readonly versions: readonly { readonly version: number; readonly publishedAt: string }[]
  readonly effects: readonly Effect[]
  readonly isTownHall: boolean
}

/** Results as they were published; an earlier publication stays readable. */
export const ResultsPage = ({ t, locale, survey, questionnaire, shown, versions, effects, isTownHall }: Props) => (
  <Page
    title={t('results.title', { title: said(survey.title, locale).text })}
    kicker={t('survey.kicker')}
    breadcrumb={[
      { label: t('surveys.title'), href: '/enquetes' },
      { label: said(survey.title, locale).text, href: `/enquetes/${survey.id}` },
    ]}
  >
    <p class="soft">
      {t('results.published')} <Time at={shown.publishedAt} /> · {t('results.snapshot')}
    </p>
    {versions.length > 1 && (
      <Tabs
        label={t('results.versions')}
        tabs={versions.map(one => ({
          href: `/enquetes/${survey.id}/resultats?version=${one.version}`,
          label: t('results.version', { n: one.version }),
          current: one.version === shown.version,
        }))}
      />
    )}
    {shown.remarks && (
      <Notice title={t('results.remarks')}>
        <p>{shown.remarks}</p>
      </Notice>
    )}
    <ResultBlocks t={t} locale={locale} questionnaire={questionnaire} results={shown.content} />
    <Section title={t('survey.effects')}>
      {effects.length === 0 && <p>{t('effects.none')}</p>}
      <DefinitionList
        items={effects.map(effect => ({
          term: t(`effect.${effect.kind}`),
          value: (
            <>
              {effect.text}{' '}
              <span class="soft">
                (<Time at={effect.on} />)
              </span>
            </>
          ),
        }))}
      />
    </Section>
    <DownloadLinks
      links={[
        { href: '/donnees-ouvertes/enquetes-resultats.csv', label: t('results.openData'), note: 'CSV' },
        { href: `/enquetes/${survey.id}/dictionnaire`, label: t('export.codebook'), note: 'CSV' },
      ]}
    />
    {isTownHall && (
      <Actions>
        <Button kind="secondary" href={`/enquetes/${survey.id}/gestion`}>
          {t('survey.manage')}
        </Button>
      </Actions>
    )}
  </Page>
)
