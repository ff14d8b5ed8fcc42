import { Empty, Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'

export const ApiPage = ({ t, addresses }: { t: T; addresses: readonly { readonly path: string; readonly summary: string }[] }) => (
  <Page title={t('api.title')} lead={t('api.lead')} breadcrumb={[{ label: t('data.title'), href: '/donnees-ouvertes' }]}>
    <p>
      <a href="/api/v1/openapi.json">{t('api.description')}</a>
    </p>
    <Section title={t('api.paths')}>
      {addresses.length === 0 ? (
        <Empty title={t('api.none')} drawing="digital" action={{ label: t('data.title'), href: '/donnees-ouvertes' }}>
          {t('api.noneText')}
        </Empty>
      ) : (
        <Table
          caption={t('api.paths')}
          hideCaption
          head={[t('api.path'), t('api.says')]}
          rows={addresses.map(one => [<code key={one.path}>{one.path}</code>, one.summary])}
        />
      )}
    </Section>
  </Page>
)
