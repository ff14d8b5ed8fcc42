import { Empty, Listing, Page, Pagination, Tabs, Tag, Time } from '#kernel/ui'
import { filePath, kindOf, queuePath, type Queue, type Waiting } from '#engines/moderation'
import type { T } from '../locales/index.ts'

interface Props {
  readonly t: T
  readonly queue: Queue
  readonly counts: Readonly<Record<Queue, number>>
  readonly waiting: readonly Waiting[]
  readonly me: string | null
  readonly pageNumber: number
  readonly pageSize: number
}

const french = { held: 'a-relire', reported: 'signales', appeals: 'secondes-lectures' } as const
export const queueFrom = (asked: string | undefined): Queue =>
  asked === french.reported ? 'reported' : asked === french.appeals ? 'appeals' : 'held'
export const queueAddress = (queue: Queue, page = 1) => `${queuePath}?file=${french[queue]}${page > 1 ? `&page=${page}` : ''}`

/** What waits for the town hall, one queue at a time. */
export const QueuePage = ({ t, queue, counts, waiting, me, pageNumber, pageSize }: Props) => (
  <Page title={t('queue.title')} lead={t('queue.lead')}>
    <Tabs
      tabs={(['held', 'reported', 'appeals'] as const).map(one => ({
        href: queueAddress(one),
        label: t(`queue.${one}`),
        current: one === queue,
        count: counts[one],
      }))}
    />
    {waiting.length === 0 && <Empty title={t(`queue.empty.${queue}`)}>{t('queue.emptyText')}</Empty>}
    <Listing
      level={2}
      items={waiting.map(one => ({
        title: t('file.title', { kind: kindName(t, one.subject), author: one.authorName ?? t('queue.somebody') }),
        href: filePath(one.subject),
        text: one.extract.slice(0, 300).toWellFormed(),
        note: (
          <>
            {t('queue.since')} <Time at={one.since} />{' '}
            {one.signals.map(signal => (
              <Tag key={signal} tone="ochre">
                {signalName(t, signal)}
              </Tag>
            ))}
            {one.reports > 0 && <Tag tone="ochre">{t('queue.reports', { n: one.reports })}</Tag>}
            {one.hiddenBy !== null && one.hiddenBy === me && <Tag>{t('queue.yours')}</Tag>}
          </>
        ),
      }))}
    />
    <Pagination page={pageNumber} of={Math.max(1, Math.ceil(counts[queue] / pageSize))} href={page => queueAddress(queue, page)} />
  </Page>
)

const kinds = ['argument', 'amendment', 'question', 'measure-proposal', 'need', 'need-precision'] as const
/** `argument:12` → “Argument”. */
export const kindName = (t: T, subject: string) => {
  const kind = kinds.find(one => one === kindOf(subject))
  return t(kind ? `kind.${kind}` : 'kind.other')
}
export const signalName = (t: T, signal: string) =>
  signal === 'first-post' || signal === 'links' || signal === 'repeated' ? t(`signal.${signal}`) : signal
