import { formatDate, type Locale } from '#kernel/i18n'
import { Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { indicatorIds } from '../rules/indicators.ts'
import { sayIndicator } from '../saying.ts'
import type { Publication } from '../schema.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly publications: readonly (Publication & { readonly closesOn: string })[]
}

/** The four figures from campaign to campaign, each with how many answers. */
export const Trends = ({ t, locale, publications }: Props) =>
  publications.length < 2 ? (
    <p>{t('service.noTrend')}</p>
  ) : (
    <Table
      caption={t('service.trend')}
      hideCaption
      head={[t('service.campaign'), ...indicatorIds.map(id => t(`indicator.${id}`)), t('list.respondents')]}
      numeric={[1, 2, 3, 4, 5]}
      rows={publications.map(({ closesOn, indicators, respondents }) => [
        formatDate(closesOn, locale),
        ...indicatorIds.map(id => {
          const figure = indicators[id]
          return figure ? `${sayIndicator(t, id, figure.value, locale)} (${figure.n})` : '—'
        }),
        respondents,
      ])}
    />
  )
