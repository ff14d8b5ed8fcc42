import type { Notification } from '#engines/following'
import type { Locale } from '#kernel/i18n'
import { Actions, Button, Empty, Listing, Page, Pagination, Tag, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly notifications: readonly Notification[]
  readonly pageNumber: number
  readonly hasMore: boolean
}

export const NotificationsPage = ({ t, locale, notifications, pageNumber, hasMore }: Props) => (
  <Page title={t('list.title')} lead={t('list.lead')}>
    {notifications.length === 0 && <Empty title={t('list.empty')} />}
    {notifications.some(one => !one.isRead) && (
      <form method="post" action="/notifications/lues">
        <input type="hidden" name="upTo" value={notifications[0]?.id} />
        <Actions>
          <Button kind="secondary" small>
            {t('list.markRead')}
          </Button>
        </Actions>
      </form>
    )}
    <Listing
      level={2}
      items={notifications.map(one => ({
        title: one.title,
        href: `/notifications/${one.id}`,
        text: one.what[locale],
        note: (
          <>
            {!one.isRead && (
              <>
                <Tag tone="ochre">{t('list.unread')}</Tag>{' '}
              </>
            )}
            <Time at={one.happenedAt} /> · {t(`because.${one.because}`)}
          </>
        ),
      }))}
    />
    <Pagination page={pageNumber} more={hasMore} href={page => `/notifications?page=${page}`} />
    <p>
      <a href="/compte/courriers">{t('list.letters')}</a>
    </p>
  </Page>
)
