import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import { Empty, OpenFigure, Page, Pagination, Section, Table, Time } from '#kernel/ui'
import { registerPath, type RegisterCounts, type RegisterLine, rulePath, rulesPath } from '#engines/moderation'
import type { T } from '../locales/index.ts'
import { actName } from './ContentFilePage.tsx'
import { kindName } from './QueuePage.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly lines: readonly RegisterLine[]
  readonly counts: RegisterCounts
  readonly since: string
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** What was decided, counted and listed for everyone. */
export const RegisterPage = ({ t, locale, lines, counts, since, pageNumber, hasMore }: Props) => {
  const rule = t('register.rule', { since: formatDate(since, locale) })
  const figure = (n: number, label: 'published' | 'held' | 'hidden' | 'reported') => (
    <OpenFigure value={formatNumber(n, locale)} label={t(`register.${label}`)} rule={rule} since={since} />
  )
  return (
    <Page title={t('register.title')} lead={t('register.lead')} breadcrumb={[{ href: rulesPath, label: t('rules.title') }]}>
      <Section title={t('register.counts')}>
        {figure(counts.published, 'published')}
        {figure(counts.held, 'held')}
        {figure(counts.hidden, 'hidden')}
        {figure(counts.reported, 'reported')}
        <OpenFigure
          value={formatNumber(counts.restored + counts.confirmed, locale)}
          label={t('register.appeals')}
          rule={rule}
          since={since}
          data={t('register.appealsData', { restored: counts.restored, confirmed: counts.confirmed })}
        />
        {counts.medianHours !== null && (
          <OpenFigure
            value={formatNumber(Math.round(counts.medianHours * 10) / 10, locale)}
            label={t('register.median')}
            rule={t('register.medianRule')}
            since={since}
          />
        )}
      </Section>
      <Section title={t('register.lines')}>
        {lines.length === 0 ? (
          <Empty title={t('register.empty')}>{t('register.emptyText')}</Empty>
        ) : (
          <Table
            caption={t('register.lines')}
            hideCaption
            head={[t('register.when'), t('register.what'), t('register.decision')]}
            rows={lines.map(line => [
              <Time at={line.at} />,
              <a href={line.url}>{kindName(t, `${line.kind}:0`)}</a>,
              line.rule !== null && line.version !== null ? (
                <a href={rulePath({ version: line.version, number: line.rule })}>{actName(t, line)}</a>
              ) : (
                actName(t, line)
              ),
            ])}
          />
        )}
        <Pagination page={pageNumber} more={hasMore} href={page => `${registerPath}?page=${page}`} />
      </Section>
    </Page>
  )
}
