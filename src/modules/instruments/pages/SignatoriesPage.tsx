import { formatDate, type Locale } from '#kernel/i18n'
import { Notice, Page, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { type Petition, petitionUrl } from '../petition.ts'
import type { Signatory } from '../queries/petitions.ts'

/** Names, for the check against the electoral register alone; each reading is in the journal. */
export const SignatoriesPage = ({
  t,
  locale,
  petition,
  signatories,
}: {
  t: T
  locale: Locale
  petition: Petition
  signatories: readonly Signatory[]
}) => (
  <Page
    title={t('signatories.title')}
    lead={petition.title}
    width="wide"
    breadcrumb={[
      { label: t('title'), href: '/demarches-citoyennes' },
      { label: petition.title, href: petitionUrl(petition.id) },
    ]}
  >
    <Notice kind="warning">{t('signatories.lead')}</Notice>
    <Table
      caption={t('signatories.title')}
      hideCaption
      head={[t('signatories.name'), t('signatories.address'), t('signatories.on'), t('signatories.channel'), t('signatories.found')]}
      rows={signatories.map(({ name, address, signedAt, channel }) => [
        name,
        address ?? t('signatories.unknown'),
        formatDate(signedAt, locale),
        t(channel === 'screen' ? 'channel.screen' : 'channel.paper'),
        '☐',
      ])}
    />
  </Page>
)
