import { formatDate, type Locale } from '#kernel/i18n'
import { Actions, Button, Empty, Listing, Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { indicatorIds } from '../rules/indicators.ts'
import { sayIndicator } from '../saying.ts'
import type { Campaign, Publication } from '../schema.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly open: readonly (Campaign & { readonly serviceName: string })[]
  /** The latest of each service. */
  readonly published: readonly (Pick<Publication, 'respondents' | 'indicators' | 'on'> & {
    readonly service: string
    readonly serviceName: string
  })[]
  /** Words nobody has read; null for who is not of the town hall. */
  readonly toRead: number | null
}

/** Every service that is judged: where to answer now, and what the figures say. */
export const EvaluationsPage = ({ t, locale, open, published, toRead }: Props) => (
  <Page title={t('title')} lead={t('lead')} width="wide">
    {toRead !== null && (
      <Actions>
        <Button href="/evaluations/nouvelle">{t('hall.new')}</Button>
        <Button kind="secondary" href="/evaluations/paroles">
          {t('hall.words', { n: toRead })}
        </Button>
        <Button kind="secondary" href="/evaluations/national">
          {t('hall.national')}
        </Button>
      </Actions>
    )}
    {open.length > 0 && (
      <Section title={t('list.open')} lead={t('list.openLead')}>
        <Listing
          items={open.map(campaign => ({
            href: `/evaluations/${campaign.id}/repondre`,
            title: t('list.giveAbout', { service: campaign.serviceName }),
            note: t('list.until', { date: formatDate(campaign.closesOn, locale) }),
          }))}
        />
      </Section>
    )}
    <Section title={t('list.results')} lead={t('list.resultsLead')}>
      {published.length === 0 ? (
        <Empty title={t('list.none')}>{t('list.noneText')}</Empty>
      ) : (
        <Table
          caption={t('list.results')}
          hideCaption
          head={[t('list.service'), ...indicatorIds.map(id => t(`indicator.${id}`)), t('list.respondents'), t('list.on')]}
          numeric={[1, 2, 3, 4, 5]}
          rows={published.map(one => [
            <a href={`/evaluations/service/${one.service}`}>{one.serviceName}</a>,
            ...indicatorIds.map(id => {
              const figure = one.indicators[id]
              return figure ? sayIndicator(t, id, figure.value, locale) : '—'
            }),
            one.respondents,
            formatDate(one.on, locale),
          ])}
        />
      )}
    </Section>
  </Page>
)
