import type { Form } from '#kernel/forms'
import { Button, Empty, ErrorSummary, Field, Page, Section, Table, Time } from '#kernel/ui'
import type { PrintForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { PrintRun } from '../queries/sheets.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly consultation: Consultation
  readonly runs: readonly PrintRun[]
  readonly form: Form<PrintForm>
}

/** Piles of sheets: to print, and how many came back. */
export const SheetsPage = ({ t, consultation, runs, form }: Props) => (
  <Page title={t('sheets.title')} kicker={consultation.title} lead={t('sheets.lead')} breadcrumb={crumbs(t, consultation)}>
    <ErrorSummary form={form} />
    <form method="post" action={`/consultations/${consultation.id}/feuilles`} noValidate>
      <Field form={form} name="copies" type="number" label={t('sheets.copies')} hint={t('sheets.copiesHint')} />
      <Button>{t('sheets.print')}</Button>
    </form>
    <Section title={t('sheets.runs')}>
      {runs.length === 0 ? (
        <Empty title={t('sheets.none')} drawing="paper" />
      ) : (
        <Table
          caption={t('sheets.runs')}
          hideCaption
          head={[t('sheets.run'), t('sheets.printedOn'), t('sheets.count'), t('sheets.keyed')]}
          numeric={[2, 3]}
          rows={runs.map(run => [
            <a key="run" href={`/consultations/piles/${run.id}`}>
              {t('sheets.runNumber', { n: run.id })}
            </a>,
            <Time key="at" at={run.printedAt} />,
            String(run.sheets),
            String(run.keyed),
          ])}
        />
      )}
    </Section>
  </Page>
)
