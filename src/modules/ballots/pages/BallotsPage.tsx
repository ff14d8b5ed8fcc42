import type { Locale } from '#kernel/i18n'
import { formatDateTime } from '#kernel/i18n'
import { Actions, Button, Empty, Listing, Page, Pagination, Section, Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Ballot } from '../queries/ballots.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly ballots: readonly Ballot[]
  readonly isTownHall: boolean
  readonly pageNumber: number
  readonly hasMore: boolean
}

const parts = ['open', 'ready', 'draft', 'over'] as const
const partOf = ({ state }: Ballot): (typeof parts)[number] => (state === 'open' || state === 'ready' || state === 'draft' ? state : 'over')

/** Votes open now, to come, and over. */
export const BallotsPage = ({ t, locale, ballots, isTownHall, pageNumber, hasMore }: Props) => (
  <Page title={t('ballots.title')} lead={t('ballots.lead')}>
    <Actions>
      {isTownHall && <Button href="/votes/nouveau">{t('ballots.new')}</Button>}
      <Button kind="secondary" href="/liste-de-participation">
        {t('ballots.roll')}
      </Button>
    </Actions>
    {ballots.length === 0 && (
      <Empty title={t('ballots.empty')} drawing="bridge">
        {t('ballots.emptyText')}
      </Empty>
    )}
    {parts.map(part => {
      const listed = ballots.filter(ballot => partOf(ballot) === part)
      return listed.length === 0 ? null : (
        <Section key={part} title={t(`ballots.${part}`)}>
          <Listing
            items={listed.map(ballot => ({
              title: ballot.title,
              href: ballot.state === 'published' ? `/votes/${ballot.id}/resultats` : `/votes/${ballot.id}`,
              note: (
                <>
                  <Tag tone={ballot.state === 'open' ? 'river' : ballot.state === 'published' ? 'leaf' : 'plain'}>
                    {t(`state.${ballot.state}`)}
                  </Tag>{' '}
                  {whenOf(t, locale, ballot)}
                </>
              ),
            }))}
          />
        </Section>
      )
    })}
    <Pagination page={pageNumber} more={hasMore} href={page => `/votes?page=${page}`} />
  </Page>
)

const whenOf = (t: T, locale: Locale, { state, opensAt, closesAt }: Ballot) => {
  if (state === 'ready' || state === 'draft') return t('ballots.opensAt', { at: formatDateTime(opensAt, locale) })
  return t(state === 'open' ? 'ballots.closesAt' : 'ballots.closedAt', { at: formatDateTime(closesAt, locale) })
}
