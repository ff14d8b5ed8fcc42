import { emptyForm, type Form } from '#kernel/forms'
import { formatMoney, type Locale } from '#kernel/i18n'
import { Button, Choice, DefinitionList, ErrorSummary, Field, Page, Section, Select, Table, TextArea } from '#kernel/ui'
import { Ended } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { QueuedRepair } from '../queries/repairs.ts'
import { categoryName } from '../rules/categories.ts'
import { type BadLine, barriers, repairStatuses } from '../rules/ords.ts'
import { stateOf } from './CafePage.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly repair: QueuedRepair
  readonly parts: readonly { readonly name: string; readonly origin: 'bought' | 'recovered' | 'printed'; readonly cents: number }[]
  readonly form?: Form<Ended>
}

/** One thing on the bench: who takes it, what came of it, which parts. */
export const RepairPage = ({ t, locale, repair, parts, form }: Props) => {
  const shown =
    form ??
    emptyForm(Ended, {
      problem: repair.problem,
      ...(repair.status ? { status: repair.status, barrier: repair.barrier } : {}),
      ...(repair.grams ? { grams: String(repair.grams) } : {}),
    })
  return (
    <Page title={t('repair.title', { number: repair.number, what: repair.what })} breadcrumb={trail(t)}>
      <DefinitionList
        items={[
          { term: t('cafe.state'), value: stateOf(t, repair) },
          { term: t('cafe.category'), value: categoryName(repair.category, locale) },
          { term: t('cafe.brand'), value: repair.brand },
          {
            term: t('repair.parts'),
            value: parts.map(one => `${one.name} (${t(`repair.${one.origin}`)}, ${formatMoney(one.cents, locale)})`).join(' ; '),
          },
        ]}
      />
      {repair.takenAt === null && repair.endedAt === null && (
        <form method="post" action={`/fablab/repair-cafe/${repair.id}/prise`}>
          <Button>{t('repair.take')}</Button>
        </form>
      )}
      <Section title={t('repair.end')} id="resultat">
        <form method="post" action={`/fablab/repair-cafe/${repair.id}`} noValidate>
          <ErrorSummary form={shown} />
          <Choice
            form={shown}
            name="status"
            label={t('repair.status')}
            options={repairStatuses.map(value => ({ value, label: t(`status.${value}`) }))}
          />
          <Select
            form={shown}
            name="barrier"
            label={t('repair.barrier')}
            optional
            options={[{ value: '', label: '–' }, ...barriers.map(value => ({ value, label: t(`barrier.${value}`) }))]}
          />
          <TextArea form={shown} name="problem" label={t('repair.problem')} rows={3} optional />
          <Field form={shown} name="grams" type="number" label={t('repair.grams')} inputmode="numeric" unit="g" optional />
          <Field form={shown} name="part" label={t('repair.part')} optional />
          <Select
            form={shown}
            name="origin"
            label={t('repair.origin')}
            optional
            options={[
              { value: '', label: '–' },
              ...(['bought', 'recovered', 'printed'] as const).map(value => ({ value, label: t(`repair.${value}`) })),
            ]}
          />
          <Field form={shown} name="partCost" label={t('repair.partCost')} width="short" inputmode="decimal" unit="€" optional />
          <Button>{t('repair.save')}</Button>
        </form>
      </Section>
    </Page>
  )
}

const linesShown = 200

interface ImportProps {
  readonly t: T
  readonly imported: { readonly file: string; readonly taken: number; readonly known: number; readonly refused: readonly BadLine[] }
}
/** What a partner's file held: how many were taken, and each refused line with its reason. */
export const ImportPage = ({ t, imported }: ImportProps) => (
  <Page
    title={t('import.title', { file: imported.file })}
    lead={t('import.lead', { taken: imported.taken, known: imported.known, refused: imported.refused.length })}
    breadcrumb={trail(t)}
  >
    {imported.refused.length > 0 && (
      <Table
        caption={t('import.reason')}
        hideCaption
        head={[t('import.line'), t('import.column'), t('import.value'), t('import.reason')]}
        rows={imported.refused.slice(0, linesShown).map(one => [String(one.line), one.column, one.value, t(`bad.${one.reason}`)])}
      />
    )}
    {imported.refused.length > linesShown && <p>{t('import.more', { n: linesShown })}</p>}
  </Page>
)

const trail = (t: T) => [
  { label: t('title'), href: '/fablab' },
  { label: t('cafe.title'), href: '/fablab/repair-cafe' },
]
