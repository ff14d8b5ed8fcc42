import { Empty, Listing, Page, Pagination, Tabs } from '#kernel/ui'
import type { Clock, Listed } from '../clocks.ts'
import type { T } from '../locales/index.ts'
import { Standing } from './Standing.tsx'

interface Props {
  readonly t: T
  readonly listed: Listed
  readonly clocks: readonly Clock[]
  readonly counts: { readonly awaited: number; readonly late: number; readonly given: number; readonly inTime: number }
  readonly today: string
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** The public list of what is owed and what was answered. */
export const AnswersPage = ({ t, listed, clocks, counts, today, pageNumber, hasMore }: Props) => (
  <Page title={t('list.title')} lead={t('list.lead')}>
    <p>{t('list.counts', counts)}</p>
    <Tabs
      tabs={[
        { href: '/reponses', label: t('list.awaited'), current: listed === 'awaited', count: counts.awaited },
        { href: '/reponses?etat=donnees', label: t('list.given'), current: listed === 'given', count: counts.given },
      ]}
    />
    {clocks.length === 0 && <Empty title={t(listed === 'given' ? 'list.noneGiven' : 'list.noneAwaited')} />}
    <Listing
      level={2}
      items={clocks.map(clock => ({
        title: clock.title,
        href: `/reponses/${clock.id}`,
        text: clock.answer
          ? t('clock.title', { kind: t(`kind.${clock.kind}`), title: t(`verdict.${clock.answer.verdict}`) })
          : t(`reason.${clock.reason}`),
        note: <Standing t={t} clock={clock} today={today} />,
      }))}
    />
    <Pagination page={pageNumber} more={hasMore} href={page => `/reponses?page=${page}${listed === 'given' ? '&etat=donnees' : ''}`} />
  </Page>
)
