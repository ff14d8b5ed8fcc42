import { Empty, Listing, Page, SearchBox, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Found } from '../search.ts'

export const SearchPage = ({ t, words, found }: { t: T; words: string; found: readonly Found[] }) => {
  const count = found.reduce((sum, part) => sum + part.results.length, 0)
  return (
    <Page title={t('search.title')}>
      <SearchBox action="/recherche" label={t('search.label')} value={words} />
      {words === '' ? <p class="soft">{t('search.hint')}</p> : <p role="status">{t('search.found', { n: count, words })}</p>}
      {words !== '' && count === 0 && (
        <Empty title={t('search.none')} drawing="paper">
          {t('search.noneText')}
        </Empty>
      )}
      {found.map(part => (
        <Section key={part.label} title={part.label}>
          <Listing items={part.results.map(result => ({ title: result.title, href: result.url, text: result.excerpt }))} />
        </Section>
      ))}
      {count > 0 && <p class="soft">{t('search.more')}</p>}
    </Page>
  )
}
