import type { Locale } from '#kernel/i18n'
import { Actions, Button, Empty, Page, Pagination, SearchBox, Section, Tabs } from '#kernel/ui'
import type { Commitment } from '../commitment.ts'
import type { T } from '../locales/index.ts'
import { type Group, groups } from '../rules/terms.ts'
import { CommitmentList } from './CommitmentList.tsx'

export interface Filters {
  readonly group: Group
  readonly service: string | null
  readonly measure: string | null
  readonly words: string
}
interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly filters: Filters
  readonly counts: Readonly<Record<Group, number>>
  readonly commitments: readonly Commitment[]
  /** Missed lately, whatever the state asked for. */
  readonly missed: readonly Commitment[]
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly measure: { readonly title: string } | null
  readonly pageNumber: number
  readonly hasMore: boolean
  readonly isTownHall: boolean
}

/** What was promised, by state; what was missed lately stays first. */
export const CommitmentsPage = (props: Props) => {
  const { t, locale, today, filters, counts, commitments, missed, services, pageNumber, hasMore } = props
  return (
    <Page title={t('title')} lead={t('lead')}>
      {props.measure && (
        <p>
          {t('page.measure')}
          {locale === 'fr' ? ' : ' : ': '}
          <a href={`/mesures/${filters.measure}`}>{props.measure.title}</a>
        </p>
      )}
      {props.isTownHall && (
        <Actions>
          <Button href="/engagements/nouveau">{t('list.new')}</Button>
        </Actions>
      )}
      <SearchBox action="/engagements" label={t('list.search')} value={filters.words}>
        <label class="control__label" for="service">
          {t('list.service')}
        </label>
        <select class="input" id="service" name="service">
          <option value="">{t('list.everyService')}</option>
          {services.map(({ id, name }) => (
            <option key={id} value={id} selected={id === filters.service}>
              {name}
            </option>
          ))}
        </select>
        {filters.measure && <input type="hidden" name="mesure" value={filters.measure} />}
        <input type="hidden" name="etat" value={filters.group} />
      </SearchBox>
      {filters.group !== 'missed' && missed.length > 0 && (
        <Section title={t('list.missed')} lead={t('list.missedLead')}>
          <CommitmentList t={t} locale={locale} today={today} commitments={missed} />
        </Section>
      )}
      <Tabs
        label={t('list.groups')}
        tabs={groups.map(group => ({
          href: addressOf({ ...filters, group }, 1),
          label: t(`group.${group}`),
          count: counts[group],
          current: group === filters.group,
        }))}
      />
      <h2 class="hidden">{t(`group.${filters.group}`)}</h2>
      {commitments.length === 0 ? (
        <Empty title={t('list.empty')}>{t('list.emptyText')}</Empty>
      ) : (
        <CommitmentList t={t} locale={locale} today={today} commitments={commitments} />
      )}
      <Pagination page={pageNumber} more={hasMore} href={page => addressOf(filters, page)} />
    </Page>
  )
}

const addressOf = ({ group, service, measure, words }: Filters, page: number) => {
  const query = new URLSearchParams({
    etat: group,
    ...(service ? { service } : {}),
    ...(measure ? { mesure: measure } : {}),
    ...(words ? { q: words } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `/engagements?${query}`
}
