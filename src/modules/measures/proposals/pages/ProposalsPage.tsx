import { isVisibleTo, type Moderated } from '#engines/moderation'
import { plainText } from '#engines/texts'
import type { Actor } from '#kernel/people'
import { Actions, Button, By, Empty, Listing, Page, Pagination } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Proposal } from '../queries/proposals.ts'
import { ProposalTag } from './ProposalTag.tsx'

interface Props {
  readonly t: T
  readonly reader: Actor
  readonly proposals: readonly Proposal[]
  readonly moderated: { get(subject: string): Moderated }
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** Measures that people propose, those that wait first. */
export const ProposalsPage = ({ t, reader, proposals, moderated, pageNumber, hasMore }: Props) => (
  <Page title={t('list.title')} lead={t('list.lead')} breadcrumb={[{ label: t('measures.title'), href: '/mesures' }]}>
    <Actions>
      <Button href="/mesures/propositions/nouvelle">{t('list.new')}</Button>
    </Actions>
    {proposals.length === 0 && (
      <Empty title={t('list.none')} drawing="paper">
        {t('list.noneText')}
      </Empty>
    )}
    <Listing
      level={2}
      items={proposals.map(proposal => {
        const shown = isVisibleTo(moderated.get(`measure-proposal:${proposal.id}`), reader)
        return {
          href: `/mesures/propositions/${proposal.id}`,
          title: shown ? proposal.title : t('list.hidden'),
          text: shown ? plainText(proposal.text).slice(0, 220).toWellFormed() : undefined,
          note: (
            <>
              <ProposalTag t={t} outcome={proposal.decision?.outcome ?? null} />
              <By name={proposal.author} college={proposal.college} at={proposal.at} />
            </>
          ),
        }
      })}
    />
    <Pagination page={pageNumber} more={hasMore} href={page => `/mesures/propositions?page=${page}`} />
  </Page>
)
