import type { Decision } from '#engines/meetings'
import { dayInParis } from '#kernel/clock'
import { formatDate, type Locale } from '#kernel/i18n'
import { Listing, Page, Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { type Committee, committeeUrl } from '../committee.ts'

/** Everything a committee put to the vote, the latest first. */
export const DecisionsPage = ({
  t,
  locale,
  committee,
  decisions,
}: {
  t: T
  locale: Locale
  committee: Committee
  decisions: readonly Decision[]
}) => (
  <Page
    title={t('decisions.title')}
    kicker={committee.name}
    lead={t('decisions.lead')}
    breadcrumb={[
      { label: t('committees.title'), href: '/comites' },
      { label: committee.name, href: committeeUrl(committee.id) },
    ]}
  >
    {decisions.length > 0 ? <DecisionList t={t} locale={locale} decisions={decisions} level={2} /> : <p>{t('committee.noDecision')}</p>}
  </Page>
)

export const DecisionList = ({
  t,
  locale,
  decisions,
  level = 3,
}: {
  t: T
  locale: Locale
  decisions: readonly Decision[]
  level?: 2 | 3
}) => (
  <Listing
    level={level}
    items={decisions.map(one => ({
      title: one.question,
      href: one.url,
      text: [
        t('decisions.meeting', { title: one.meetingTitle, day: formatDate(dayInParis(one.closedAt), locale) }),
        ...(one.withdrawals > 0 ? [t('decisions.withdrawals', { n: one.withdrawals })] : []),
        ...(one.minorityReports > 0 ? [t('decisions.minority', { n: one.minorityReports })] : []),
      ].join(' · '),
      note: (
        <Tag tone={one.outcome === 'carried' ? 'leaf' : one.outcome === 'rejected' ? 'brick' : 'plain'}>{t(`outcome.${one.outcome}`)}</Tag>
      ),
    }))}
  />
)
