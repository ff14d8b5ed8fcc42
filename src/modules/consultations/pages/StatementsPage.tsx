import { ReportLink } from '#engines/moderation'
import { formatPercent, type Locale } from '#kernel/i18n'
import { Disclosure, Empty, Page, Pagination, Tabs, Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { Statement } from '../queries/statements.ts'
import type { ReadingContent } from '../results/content.ts'
import { orders, type Order } from '../rules/orders.ts'
import type { Reading } from '../rules/terms.ts'
import { crumbs } from './crumbs.ts'
import { StatementDetail } from './SharedList.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly consultation: Consultation
  readonly reading: Reading
  readonly order: Order
  readonly shown: ReadingContent | null
  readonly statements: readonly Statement[]
  readonly pageNumber: number
  readonly hasMore: boolean
  /** Keeps, or changes, what is asked in the address. */
  readonly href: (change: { tri?: string; lecture?: string; page?: number }) => string
  readonly subjectOf: (number: number) => string
  readonly held: readonly { readonly number: number; readonly text: string; readonly file: string }[]
}

/** Every statement with its counts, in the order one chooses. */
export const StatementsPage = (props: Props) => {
  const { t, locale, consultation, order, reading, shown, statements, href, held } = props
  const results = new Map(shown?.statements.map(one => [one.number, one]))
  const isSilent = shown !== null && shown.participants > 0 && results.size === 0
  return (
    <Page title={t('statements.title')} kicker={consultation.title} lead={t('statements.lead')} breadcrumb={crumbs(t, consultation)}>
      {held.length > 0 && (
        <Disclosure summary={t('statements.held', { n: held.length })} open>
          <ul>
            {held.map(one => (
              <li key={one.number} id={`a-${one.number}`}>
                <a href={one.file}>
                  {one.number}. {one.text}
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Tabs
        label={t('reading.label')}
        tabs={(['everyone', 'verified'] as const).map(one => ({
          href: href({ lecture: one === 'verified' ? 'verifies' : '', page: 1 }),
          label: t(`reading.${one}`),
          current: reading === one,
        }))}
      />
      <Tabs
        label={t('statements.order')}
        tabs={orders.map(one => ({ href: href({ tri: one.word, page: 1 }), label: t(`order.${one.order}`), current: one.order === order }))}
      />
      {statements.length === 0 ? (
        <Empty title={t('statements.none')} />
      ) : (
        <ol class="listing">
          {statements.map(({ number, text, isSeed }) => {
            const result = results.get(number)
            return (
              <li key={number} class="listing__item" id={`a-${number}`}>
                <div class="listing__body">
                  <h2 class="listing__title">
                    {number}. {text}
                  </h2>
                  <p class="listing__note">
                    <Tag>{t(isSeed ? 'statements.seed' : 'statements.proposed')}</Tag>{' '}
                    {result
                      ? t('statements.said', {
                          n: result.seen,
                          agree: formatPercent(Math.round((result.agree / Math.max(1, result.seen)) * 100) / 100, locale),
                          disagree: formatPercent(Math.round((result.disagree / Math.max(1, result.seen)) * 100) / 100, locale),
                        })
                      : t(isSilent ? 'statements.few' : 'statements.unseen')}{' '}
                    <a href={`/consultations/${consultation.id}/participer?affirmation=${number}`}>{t('statements.answer')}</a>{' '}
                    {!isSeed && <ReportLink subject={props.subjectOf(number)} locale={locale} />}
                  </p>
                  {result && shown && (
                    <Disclosure summary={t('statements.detail')}>
                      <StatementDetail t={t} locale={locale} reading={shown} statement={result} />
                    </Disclosure>
                  )}
                </div>
              </li>
            )
          })}
        </ol>
      )}
      <Pagination page={props.pageNumber} more={props.hasMore} href={page => href({ page })} />
    </Page>
  )
}
