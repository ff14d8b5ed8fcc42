import { Disclosure, DownloadLinks, Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'

export interface DataSet {
  readonly id: string
  readonly title: string
  readonly columns: readonly {
    readonly name: string
    readonly type: 'text' | 'integer' | 'number' | 'date' | 'datetime' | 'boolean'
    readonly description: string
  }[]
}

export const OpenDataPage = ({ t, sets }: { t: T; sets: readonly DataSet[] }) => (
  <Page title={t('data.title')} lead={t('data.lead')}>
    {sets.map(set => (
      <Section key={set.id} title={set.title} id={set.id}>
        <DownloadLinks
          links={[
            { href: `/donnees-ouvertes/${set.id}.csv`, label: 'CSV' },
            { href: `/donnees-ouvertes/${set.id}.json`, label: 'JSON' },
          ]}
        />
        <Disclosure summary={t('data.dictionary')}>
          <Table
            caption={set.title}
            hideCaption
            head={[t('data.column'), t('data.type'), t('data.meaning')]}
            rows={set.columns.map(column => [column.name, t(`type.${column.type}`), column.description])}
          />
        </Disclosure>
      </Section>
    ))}
    <p>
      <a href="/api">{t('data.api')}</a>
    </p>
  </Page>
)
