import { formatMoney, type Locale } from '#kernel/i18n'
import { Button, DownloadLinks, Empty, FigureRow, Notice, Page, Pagination, Section, Select, Tabs } from '#kernel/ui'
import type { ProgrammeLine } from '#modules/measures'
import type { Commitment } from '../commitment.ts'
import type { T } from '../locales/index.ts'
import type { MandateLine } from '../mandate.ts'
import { type MandateState, mandateStates } from '../rules/mandate.ts'
import type { Spending } from '../rules/money.ts'
import { CommitmentList } from './CommitmentList.tsx'
import { MandateLines } from './MandateLines.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly theme: string | null
  readonly state: MandateState | null
  readonly themes: readonly { readonly id: string; readonly title: string; readonly measures: number }[]
  readonly stages: ReadonlyMap<ProgrammeLine['stage'], number>
  readonly lines: readonly MandateLine[]
  readonly counts: ReadonlyMap<MandateState, number>
  /** Every late commitment of the commune, whatever the filter. */
  readonly late: readonly Commitment[]
  readonly spending: Spending
  readonly commitments: number
  readonly pageNumber: number
  readonly hasMore: boolean
}

const shownLate = 20

/** The mandate on one page: what is late first, then every measure under its theme. */
export const MandatePage = (props: Props) => {
  const { t, locale, today, late, lines, stages, spending } = props
  const total = [...stages.values()].reduce((sum, n) => sum + n, 0)
  return (
    <Page title={t('mandate.title')} lead={t('mandate.lead')} breadcrumb={[{ label: t('title'), href: '/engagements' }]}>
      <FigureRow
        figures={[
          { label: t('mandate.measures'), value: String(total) },
          { label: t('mandate.commitments'), value: String(props.commitments) },
          { label: t('mandate.late'), value: String(late.length) },
          { label: t('money.voted'), value: formatMoney(spending.voted, locale) },
          { label: t('money.spent'), value: formatMoney(spending.spent, locale) },
        ]}
      />
      <Section title={t('mandate.lateTitle', { n: late.length })} id="retards" lead={t('mandate.lateLead')}>
        {late.length === 0 ? (
          <Notice kind="success">{t('mandate.noneLate')}</Notice>
        ) : (
          <CommitmentList t={t} locale={locale} today={today} commitments={late.slice(0, shownLate)} />
        )}
        {late.length > shownLate && (
          <p>
            <a href="/engagements?etat=missed">{t('mandate.moreLate', { n: late.length - shownLate })}</a>
          </p>
        )}
      </Section>
      <Filters {...props} />
      {lines.length === 0 ? <Empty title={t('mandate.empty')}>{t('mandate.emptyText')}</Empty> : <MandateLines {...props} />}
      <Pagination page={props.pageNumber} more={props.hasMore} href={page => addressOf(props, { page })} />
      <DownloadLinks
        links={[
          { href: '/donnees-ouvertes/mandat.csv', label: t('mandate.csv') },
          { href: '/donnees-ouvertes/mandat.json', label: t('mandate.json') },
        ]}
      />
    </Page>
  )
}

const Filters = ({ t, theme, state, themes, counts }: Props) => (
  <>
    <SearchBoxOfThemes t={t} theme={theme} state={state} themes={themes} />
    <Tabs
      label={t('mandate.states')}
      tabs={[
        { href: addressOf({ theme, state: null }, {}), label: t('mandate.all'), current: state === null },
        ...mandateStates
          .filter(one => one === 'late' || one === state || (counts.get(one) ?? 0) > 0)
          .map(one => ({
            href: addressOf({ theme, state: one }, {}),
            label: t(`mandate.state.${one}`),
            count: counts.get(one) ?? 0,
            current: one === state,
          })),
      ]}
    />
    <h2 class="hidden">{state === null ? t('mandate.all') : t(`mandate.state.${state}`)}</h2>
  </>
)

const SearchBoxOfThemes = ({ t, theme, state, themes }: Pick<Props, 't' | 'theme' | 'state' | 'themes'>) => {
  if (themes.length === 0) return null
  const form = { values: { theme: theme ?? '' }, errors: { theme: undefined } }
  return (
    <form method="get" action="/engagements/mandat" class="only-screen">
      {state !== null && <input type="hidden" name="etat" value={state} />}
      <Select
        form={form}
        name="theme"
        label={t('mandate.theme')}
        optional
        options={[
          { value: '', label: t('mandate.everyTheme') },
          ...themes.map(({ id, title, measures }) => ({ value: id, label: `${title} (${measures})` })),
        ]}
      />
      <Button kind="secondary">{t('mandate.show')}</Button>
    </form>
  )
}

const addressOf = ({ theme, state }: Pick<Props, 'theme' | 'state'>, { page = 1 }: { readonly page?: number }) => {
  const query = new URLSearchParams({
    ...(theme ? { theme } : {}),
    ...(state ? { etat: state } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return query.size > 0 ? `/engagements/mandat?${query}` : '/engagements/mandat'
}
