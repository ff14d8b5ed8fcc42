import type { Locale } from '#kernel/i18n'
import { Button, Empty, Listing, Page, Pagination, SearchBox, Select } from '#kernel/ui'
import { emptyForm } from '#kernel/forms'
import { deliberationUrl } from '../council.ts'
import { SearchForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { DeliberationLine } from '../queries/deliberations.ts'
import type { Matter } from '../rules/matters.ts'
import { home, noteOf, OutcomeTag } from './shared.tsx'

export interface Wanted {
  readonly year: string
  readonly matter: string
  readonly words: string
}
export interface DeliberationsView {
  readonly deliberations: readonly DeliberationLine[]
  readonly hasMore: boolean
  readonly wanted: Wanted
  readonly page: number
  readonly years: readonly string[]
  readonly matters: readonly Matter[]
}

/** Everything the council decided: by words, year and matter. */
export const DeliberationsPage = ({ t, locale, view }: { t: T; locale: Locale; view: DeliberationsView }) => {
  const { wanted } = view
  const form = emptyForm(SearchForm, { annee: wanted.year, matiere: wanted.matter })
  const isAsked = wanted.year !== '' || wanted.matter !== '' || wanted.words !== ''
  return (
    <Page title={t('deliberations.title')} lead={t('deliberations.lead')} breadcrumb={[home(t)]}>
      <SearchBox action="/conseil/deliberations" label={t('deliberations.find')} value={wanted.words}>
        <Select
          form={form}
          name="annee"
          label={t('deliberations.year')}
          options={[{ value: '', label: t('deliberations.everyYear') }, ...view.years.map(value => ({ value, label: value }))]}
          optional
        />
        <Select
          form={form}
          name="matiere"
          label={t('deliberations.matter')}
          options={[
            { value: '', label: t('deliberations.everyMatter') },
            ...view.matters.map(one => ({ value: one.code, label: `${one.code} ${one.family} : ${one.name}` })),
          ]}
          optional
        />
      </SearchBox>
      {view.deliberations.length > 0 ? (
        <Listing
          level={2}
          items={view.deliberations.map(one => ({
            title: one.title,
            href: deliberationUrl(one.id),
            text: <OutcomeTag t={t} outcome={one.outcome} />,
            note: noteOf(t, locale, one),
          }))}
        />
      ) : (
        <Empty title={t(isAsked ? 'deliberations.noneFound' : 'deliberations.none')} drawing="paper">
          {t(isAsked ? 'deliberations.noneFoundText' : 'deliberations.noneText')}
        </Empty>
      )}
      <Pagination page={view.page} more={view.hasMore} href={n => addressOf('/conseil/deliberations', wanted, n)} />
      <p>
        <Button kind="secondary" href="/conseil/registre">
          {t('register.title')}
        </Button>
      </p>
    </Page>
  )
}

export const addressOf = (path: string, { year, matter, words }: Wanted, page: number) =>
  `${path}?${new URLSearchParams({ annee: year, matiere: matter, q: words, page: String(page) })}`
