import { Button, Empty, Listing, Page } from '#kernel/ui'
import type { Agreement } from '../queries/conventions.ts'
import { agreementPath, home } from '../where.ts'
import { crumbs, type Said } from './parts.tsx'

interface Props extends Said {
  readonly agreements: readonly Agreement[]
  readonly runs: boolean
}

/** The agreements of this commune for shared equipment. */
export const AgreementsPage = ({ t, agreements, runs }: Props) => (
  <Page title={t('agreements.title')} lead={t('agreements.lead')} breadcrumb={crumbs(t)}>
    {agreements.length === 0 ? (
      <Empty title={t('agreements.none')} drawing="paper">
        {t('agreements.noneText')}
      </Empty>
    ) : (
      <Listing
        level={2}
        items={agreements.map(one => ({
          title: one.title,
          href: agreementPath(one.id),
          text: t('agreements.members', {
            n: (one.inForce ?? one.latest).terms.members.length,
            names: (one.inForce ?? one.latest).terms.members.map(({ name }) => name).join(', '),
          }),
          note: one.inForce ? t('agreements.inForce', { n: one.inForce.number }) : t('agreements.waiting'),
        }))}
      />
    )}
    {runs && (
      <p>
        <Button kind="secondary" href={`${home}/conventions/nouvelle`}>
          {t('agreements.new')}
        </Button>
      </p>
    )}
  </Page>
)
