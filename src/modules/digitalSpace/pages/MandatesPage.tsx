import { formatDate, type Locale } from '#kernel/i18n'
import { Actions, Button, Empty, Listing, Page, Pagination } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { sayScopes } from '../national.ts'
import type { Mandate } from '../queries/mandates.ts'
import { home, mandatePath } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly mandates: readonly (Mandate & { readonly name: string | null })[]
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** The register of the mandates that run; those who run the space read it, and each reading leaves a trace. */
export const MandatesPage = ({ t, locale, mandates, pageNumber, hasMore }: Props) => (
  <Page
    title={t('mandates.title')}
    lead={t('mandates.lead')}
    breadcrumb={[
      { label: t('space.title'), href: home },
      { label: t('desk.title'), href: `${home}/accueil` },
    ]}
  >
    <Actions>
      <Button href={`${home}/mandats/nouveau`}>{t('mandates.new')}</Button>
    </Actions>
    {mandates.length === 0 && <Empty title={t('mandates.none')} />}
    <Listing
      level={2}
      items={mandates.map(mandate => ({
        title: mandate.name ?? t('desk.someone'),
        href: mandatePath(mandate.id),
        text: sayScopes(mandate.scopes, locale),
        note: t('mandate.state.active', { date: formatDate(mandate.lastDay, locale) }),
      }))}
    />
    <Pagination page={pageNumber} more={hasMore} href={page => `${home}/mandats?page=${page}`} />
  </Page>
)
