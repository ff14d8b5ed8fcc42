import { By, Disclosure, DefinitionList, Page, Thread } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Edition, ServiceDetail } from '../queries.ts'

/** What the page said, edition by edition. */
export const EditionsPage = ({ t, service, editions }: { t: T; service: ServiceDetail; editions: readonly Edition[] }) => (
  <Page
    title={t('history.title', { name: service.name })}
    lead={t('history.lead')}
    breadcrumb={[
      { label: t('services.title'), href: '/services' },
      { label: service.name, href: `/services/${service.id}` },
    ]}
  >
    <Thread
      entries={editions.map(edition => ({
        kind: 'version' as const,
        at: edition.at,
        title: t('history.edition', { n: edition.number }),
        by: edition.author ? <By name={edition.author} /> : undefined,
        text: (
          <>
            {edition.reason && <p>{edition.reason}</p>}
            <Disclosure summary={t('history.edition', { n: edition.number })}>
              <Facts t={t} content={edition.content} />
            </Disclosure>
          </>
        ),
      }))}
    />
  </Page>
)

const fields = [
  'name',
  'purpose',
  'audience',
  'runByName',
  'place',
  'address',
  'access',
  'phone',
  'email',
  'website',
  'hoursNote',
  'question',
] as const
const Facts = ({ t, content }: { t: T; content: Edition['content'] }) => (
  <DefinitionList
    items={fields.map(field => ({ term: t(`edit.${field}`), value: typeof content[field] === 'string' ? content[field] : '' }))}
  />
)
