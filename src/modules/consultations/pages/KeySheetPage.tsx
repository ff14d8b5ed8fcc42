import { Button, Notice, Page, StatementBoxes, Verdict } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { Sheet } from '../queries/sheets.ts'
import { answers } from '../rules/terms.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly consultation: Consultation
  readonly sheet: Sheet
  readonly code: string
  readonly error: string | null
}

/** An agent or a helper keys in a sheet without name. */
export const KeySheetPage = ({ t, consultation, sheet, code, error }: Props) => (
  <Page
    title={t('keying.title', { number: sheet.number, code })}
    kicker={consultation.title}
    lead={t('keying.lead')}
    breadcrumb={crumbs(t, consultation)}
  >
    {error && (
      <Notice kind="warning" title={t('sheet.wrong')}>
        {error}
      </Notice>
    )}
    {sheet.isKeyed ? (
      <>
        <Verdict is="allowed" title={t('keying.done')}>
          {t('keying.already')}
        </Verdict>
        <p>
          <a href="/guichet">{t('keying.next')}</a>
        </p>
      </>
    ) : (
      <form method="post" action={`/consultations/feuilles/${sheet.id}/saisie`} noValidate>
        {sheet.statements.map(({ number, text }) => (
          <StatementBoxes
            key={number}
            number={number}
            text={text}
            name={`s${number}`}
            options={answers.map(value => ({ value, label: t(`answer.${value}`) }))}
          />
        ))}
        <Button>{t('keying.send')}</Button>
      </form>
    )}
  </Page>
)
