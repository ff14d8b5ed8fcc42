import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import { Button, DownloadLinks, Empty, ErrorSummary, Field, FigureRow, OpenFigure, Page, Section, Select, Table } from '#kernel/ui'
import { Brought } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { QueuedRepair } from '../queries/repairs.ts'
import { categories } from '../rules/categories.ts'
import { saved } from '../rules/saved.ts'

export interface CafeProps {
  readonly t: T
  readonly locale: Locale
  readonly day: string
  readonly queue: readonly QueuedRepair[]
  readonly outcomes: FigureProps['outcomes']
  readonly runs: boolean
  readonly form?: Form<Brought>
  readonly importError?: string
}
interface FigureProps {
  readonly t: T
  readonly locale: Locale
  readonly outcomes: readonly { readonly category: number; readonly status: string | null; readonly grams: number | null }[]
}

/** What was repaired, and what was not thrown away nor emitted, with its source. */
export const CafeFigures = ({ t, locale, outcomes }: FigureProps) => {
  const { fixed, grams, gramsCo2e, unknown } = saved(outcomes)
  const opened = (value: string) => (
    <OpenFigure value={value} rule={t('cafe.source', { n: unknown })} source={{ label: t('cafe.sourceName') }} />
  )
  return (
    <FigureRow
      figures={[
        { value: formatNumber(fixed, locale), label: t('cafe.fixed', { n: outcomes.length }) },
        { value: opened(`${formatNumber(Math.round(grams / 100) / 10, locale)} kg`), label: t('cafe.kept') },
        { value: opened(`${formatNumber(Math.round(gramsCo2e / 1000), locale)} kg`), label: t('cafe.co2') },
      ]}
    />
  )
}

/** The queue at the door, and what came of each thing. */
export const CafePage = ({ t, locale, day, queue, outcomes, runs, form = emptyForm(Brought), importError }: CafeProps) => (
  <Page title={t('cafe.title')} lead={t('cafe.lead')} breadcrumb={[{ label: t('title'), href: '/fablab' }]}>
    <Section title={t('cafe.queue', { day: formatDate(day, locale) })} id="file">
      {queue.length === 0 ? (
        <Empty title={t('cafe.noQueue')}>{t('cafe.noQueueText')}</Empty>
      ) : (
        <Table
          caption={t('cafe.queue', { day: formatDate(day, locale) })}
          hideCaption
          head={[t('cafe.number'), t('cafe.what'), t('cafe.problem'), t('cafe.state')]}
          rows={queue.map(one => [
            runs ? <a href={`/fablab/repair-cafe/${one.id}`}>{one.number}</a> : String(one.number),
            [one.what, one.brand].filter(Boolean).join(', '),
            one.problem,
            stateOf(t, one),
          ])}
        />
      )}
    </Section>
    {runs && (
      <Section title={t('cafe.door')} id="porte">
        <form method="post" action="/fablab/repair-cafe" noValidate>
          <ErrorSummary form={form} />
          <Field form={form} name="what" label={t('cafe.what')} />
          <Select
            form={form}
            name="category"
            label={t('cafe.category')}
            options={categories
              .map(([id, english, french]) => ({ value: String(id), label: locale === 'fr' ? french : english }))
              .toSorted((a, b) => a.label.localeCompare(b.label, locale))}
          />
          <Field form={form} name="brand" label={t('cafe.brand')} optional />
          <Field form={form} name="year" type="number" label={t('cafe.year')} inputmode="numeric" optional />
          <Field form={form} name="problem" label={t('cafe.problem')} optional />
          <Button>{t('cafe.give')}</Button>
        </form>
      </Section>
    )}
    <Section title={t('cafe.figures')} id="evite">
      <CafeFigures t={t} locale={locale} outcomes={outcomes} />
      <p>{t('cafe.digital')}</p>
    </Section>
    <Section title={t('cafe.data')} id="donnees">
      <DownloadLinks links={[{ href: '/fablab/repair-cafe/ords.csv', label: t('cafe.export') }]} />
      {runs && (
        <form method="post" action="/fablab/repair-cafe/imports" enctype="multipart/form-data" noValidate>
          {importError && (
            <div class="errors" role="alert">
              <p>{importError}</p>
            </div>
          )}
          <Field form={emptyForm(Brought)} name="what" type="file" accept=".csv" label={t('cafe.importFile')} prefix="fichier" />
          <Button kind="secondary">{t('cafe.importSend')}</Button>
        </form>
      )}
    </Section>
  </Page>
)

export const stateOf = (t: T, one: QueuedRepair): string => {
  if (one.status !== null) return [t(`status.${one.status}`), one.barrier && t(`barrier.${one.barrier}`)].filter(Boolean).join(' : ')
  return t(one.takenAt === null ? 'cafe.waits' : 'cafe.inHand')
}
