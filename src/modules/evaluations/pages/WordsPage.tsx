import { formatDate, type Locale } from '#kernel/i18n'
import { Empty, Listing, Page, Pagination } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Word } from '../schema.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly words: readonly (Word & { readonly serviceName: string })[]
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** What the town hall has still to read. */
export const WordsPage = ({ t, locale, words, pageNumber, hasMore }: Props) => (
  <Page title={t('word.title')} lead={t('word.lead')} breadcrumb={[{ label: t('title'), href: '/evaluations' }]}>
    {words.length === 0 && <Empty title={t('word.empty')} />}
    <Listing
      level={2}
      items={words.map(word => ({
        href: `/evaluations/paroles/${word.id}`,
        title: t('word.read', { service: word.serviceName }),
        text: word.proposed.length > 200 ? `${word.proposed.slice(0, 200).toWellFormed()}…` : word.proposed,
        note: [
          t('word.received', { date: formatDate(word.receivedOn, locale), channel: t(`channel.${word.channel}`).toLowerCase() }),
          t('word.masked', { n: word.masked }),
        ].join(', '),
      }))}
    />
    <Pagination page={pageNumber} more={hasMore} href={page => `/evaluations/paroles?page=${page}`} />
  </Page>
)
