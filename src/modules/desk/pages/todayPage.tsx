import { formatTime, type Locale } from '#kernel/i18n'
import { Empty, Page, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { KeyedAct } from '../queries/entries.ts'

const known = ['paper', 'desk', 'phone', 'guardian'] as const

export const TodayPage = ({ t, locale, acts }: { t: T; locale: Locale; acts: readonly KeyedAct[] }) => (
  <Page title={t('today.title')} width="wide" breadcrumb={[{ label: t('desk.title'), href: '/guichet' }]}>
    {acts.length === 0 ? (
      <Empty title={t('today.none')} />
    ) : (
      <Table
        caption={t('today.title')}
        hideCaption
        head={[t('today.at'), t('today.person'), t('today.what'), t('today.how')]}
        rows={acts.map(act => {
          const channel = known.find(one => one === act.channel)
          return [
            formatTime(act.at, locale),
            act.person,
            `${act.event} · ${act.subject}`,
            [channel ? t(`channel.${channel}`) : act.channel, act.form].filter(Boolean).join(' '),
          ]
        })}
      />
    )}
  </Page>
)
