import type { KeptLetter } from '#kernel/mail'
import { Empty, Listing, Page, Pagination, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'

interface Props {
  readonly t: T
  readonly letters: readonly KeptLetter[]
  readonly pageNumber: number
  readonly hasMore: boolean
}

export const MailboxPage = ({ t, letters, pageNumber, hasMore }: Props) => (
  <Page title={t('list.title')} lead={t('list.lead')}>
    {letters.length === 0 && <Empty title={t('list.empty')} />}
    <Listing
      level={2}
      items={letters.map(letter => ({
        title: letter.subject,
        href: `/courrier/${letter.id}`,
        note: (
          <>
            {t('list.to', { address: letter.address })} · <Time at={letter.queued_at} />
          </>
        ),
      }))}
    />
    <Pagination page={pageNumber} more={hasMore} href={page => `/courrier?page=${page}`} />
  </Page>
)
