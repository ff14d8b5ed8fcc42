import { Button, FormPaper, Notice, Page, StatementBoxes } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { Statement } from '../queries/statements.ts'
import { answers } from '../rules/terms.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly consultation: Consultation
  readonly statements: readonly Statement[]
  readonly chosen: ReadonlyMap<number, string>
  readonly isOpen: boolean
  readonly code: string
  readonly error: string | null
}

/** Every statement on one page: to answer at one go, or to print, fill in and bring to the town hall. */
export const WholeSheetPage = ({ t, consultation, statements, chosen, isOpen, code, error }: Props) => {
  const path = `/consultations/${consultation.id}`
  return (
    <Page title={t('sheet.title')} lead={t('sheet.lead')} kicker={consultation.title} code={code} breadcrumb={crumbs(t, consultation)}>
      {error && (
        <Notice kind="warning" title={t('sheet.wrong')}>
          {error}
        </Notice>
      )}
      <p class="only-print">{t('sheet.named')}</p>
      <FormPaper code={code}>
        <form method="post" action={`${path}/papier`} noValidate>
          {statements.map(({ number, text }) => (
            <StatementBoxes
              key={number}
              number={number}
              text={text}
              name={`s${number}`}
              chosen={chosen.get(number)}
              options={answers.map(value => ({ value, label: t(`answer.${value}`) }))}
            />
          ))}
          {isOpen ? <Button>{t('sheet.send')}</Button> : <p>{t('refusal.closed')}</p>}
        </form>
      </FormPaper>
    </Page>
  )
}
