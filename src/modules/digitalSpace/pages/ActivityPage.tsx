import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import { Actions, Button, Disclosure, DownloadLinks, Empty, Page, Section, Table, Trend } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { type nationalFields, sayTopic } from '../national.ts'
import type { MonthPublished } from '../rules/published.ts'
import { home } from '../where.ts'
import { sayMonth } from './SpacePage.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly threshold: number
  /** The latest first; only months that are over. */
  readonly months: readonly MonthPublished[]
  readonly source: typeof nationalFields
  readonly isStaff: boolean
}

/** What is done at the space, month by month; whoever was helped is not known. */
export const ActivityPage = ({ t, locale, threshold, months, source, isStaff }: Props) => {
  const said = (count: number | null) => (count === null ? t('figures.masked', { n: threshold }) : formatNumber(count, locale))
  const latest = months.find(({ records }) => records !== null)
  return (
    <Page title={t('figures.title')} lead={t('figures.lead')} breadcrumb={[{ label: t('space.title'), href: home }]} width="wide">
      {isStaff && (
        <Actions>
          <Button href={`${home}/activite/nouvelle`}>{t('desk.record')}</Button>
        </Actions>
      )}
      {months.length === 0 ? (
        <Empty title={t('figures.none')} />
      ) : (
        <>
          <Trend
            title={t('figures.byMonth')}
            unit={t('figures.unit')}
            points={months.toReversed().map(({ month, records }) => ({ label: sayMonth(month, locale), value: records }))}
          />
          <Section title={t('figures.months')}>
            <Table
              caption={t('figures.months')}
              hideCaption
              head={[
                t('figures.month'),
                t('figures.records'),
                t('figures.individual'),
                t('figures.group'),
                t('figures.people'),
                t('figures.hours'),
              ]}
              numeric={[1, 2, 3, 4, 5]}
              rows={months.map(one => [
                sayMonth(one.month, locale),
                said(one.records),
                said(one.kinds.find(({ code }) => code === 'individual')?.count ?? null),
                said(one.kinds.find(({ code }) => code === 'group')?.count ?? null),
                said(one.people),
                said(one.hours),
              ])}
            />
          </Section>
          {latest && (
            <Section title={t('figures.topics', { month: sayMonth(latest.month, locale) })} lead={t('figures.topicsLead')}>
              <Table
                caption={t('figures.topics', { month: sayMonth(latest.month, locale) })}
                hideCaption
                head={[t('figures.topic'), t('figures.records')]}
                numeric={[1]}
                rows={latest.topics.map(({ code, count }) => [sayTopic(code, locale), said(count)])}
              />
            </Section>
          )}
        </>
      )}
      <Section title={t('figures.how')}>
        <p>{t('figures.howText', { n: threshold })}</p>
        <Disclosure summary={t('figures.fields')}>
          <p>{source.note[locale]}</p>
          <p>
            <a href={source.source}>{source.source}</a> ({t('figures.readOn', { date: formatDate(source.readOn, locale) })})
          </p>
        </Disclosure>
        <DownloadLinks
          links={[
            { href: '/donnees-ouvertes/activite-espace-numerique.csv', label: t('figures.csv') },
            { href: `${home}/lieu.csv`, label: t('space.national') },
          ]}
        />
      </Section>
    </Page>
  )
}
