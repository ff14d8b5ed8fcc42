import { FormPaper, Notice, Page, StatementBoxes } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { RunDetail } from '../queries/sheets.ts'
import { answers } from '../rules/terms.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly consultation: Consultation
  readonly run: RunDetail
  readonly sheets: readonly { readonly number: number; readonly code: string }[]
}

/** Sheets ready to print, each with its own code; on the screen, one is shown and the others are listed. */
export const PrintedSheetsPage = ({ t, consultation, run, sheets }: Props) => (
  <Page
    title={t('printed.title', { n: run.id })}
    kicker={consultation.title}
    breadcrumb={[...crumbs(t, consultation), { label: t('sheets.title'), href: `/consultations/${consultation.id}/feuilles` }]}
  >
    <Notice title={t('printed.how')}>{t('printed.howText', { n: sheets.length })}</Notice>
    {sheets.map(({ number, code }) => (
      <section key={number} class="sheet" aria-label={t('printed.sheet', { number })}>
        <FormPaper code={code} anonymous>
          <h2>
            {t('printed.sheet', { number })} · {code}
          </h2>
          <p>{t('printed.explain', { date: consultation.closesOn.split('-').reverse().join('/') })}</p>
          <div class="sheet__lines">
            {run.statements.map(one => (
              <StatementBoxes
                key={one.number}
                number={one.number}
                text={one.text}
                name={`f${number}-s${one.number}`}
                options={answers.map(value => ({ value, label: t(`answer.${value}`) }))}
              />
            ))}
          </div>
        </FormPaper>
      </section>
    ))}
  </Page>
)
