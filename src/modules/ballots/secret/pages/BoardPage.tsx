import type { Locale } from '#kernel/i18n'
import { Actions, Button, Empty, Notice, Page, Pagination, SearchBox, Section, Tag } from '#kernel/ui'
import { words } from '../../locales/index.ts'
import { crumbs } from '../../pages/crumbs.ts'
import type { Ballot } from '../../queries/ballots.ts'
import type { ST } from '../locales.ts'
import type { Tracked } from '../queries/board.ts'

interface Props {
  readonly t: ST
  readonly locale: Locale
  readonly ballot: Ballot
  readonly head: string
  readonly asked: string
  readonly found: Tracked | null
  readonly ballots: readonly Tracked[]
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** The public ballot box: any voter finds their tracking number, without script. */
export const BoardPage = ({ t, locale, ballot, head, asked, found, ballots, pageNumber, hasMore }: Props) => {
  const path = `/votes/${ballot.id}/urne`
  return (
    <Page title={t('board.title')} kicker={ballot.title} breadcrumb={crumbs(words(locale), ballot)} lead={t('board.lead')}>
      <SearchBox action={path} name="suivi" label={t('board.search')} value={asked} />
      {asked !== '' && <Answer t={t} found={found} />}
      <Section title={t('board.list')}>
        {ballots.length === 0 ? (
          <Empty title={t('board.none')} />
        ) : (
          <ul>
            {ballots.map(({ tracking, isReplaced, isRevoked }) => (
              <li key={tracking}>
                <code>{tracking}</code> {(isRevoked || isReplaced) && <Tag>{t(isRevoked ? 'board.isRevoked' : 'board.isReplaced')}</Tag>}
              </li>
            ))}
          </ul>
        )}
        <Pagination page={pageNumber} more={hasMore} href={page => `${path}?page=${page}`} />
      </Section>
      <Section title={t('board.head')} lead={t('board.headText')}>
        <p>
          <code>{head}</code>
        </p>
        <Actions>
          <Button kind="secondary" href={`${path}.bel`}>
            {t('trust.archive')}
          </Button>
        </Actions>
      </Section>
    </Page>
  )
}

const Answer = ({ t, found }: { t: ST; found: Tracked | null }) => {
  if (!found)
    return (
      <Notice kind="warning" title={t('board.absent')}>
        {t('board.absentText')}
      </Notice>
    )
  if (found.isRevoked)
    return (
      <Notice kind="warning" title={t('board.revoked')}>
        {t('board.revokedText')}
      </Notice>
    )
  return found.isReplaced ? (
    <Notice kind="warning" title={t('board.replaced')}>
      {t('board.replacedText')}
    </Notice>
  ) : (
    <Notice kind="success" title={t('board.found')}>
      {t('board.foundText')}
    </Notice>
  )
}
