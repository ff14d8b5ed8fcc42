import type { Form } from '#kernel/forms'
import { Actions, Button, Empty, ErrorSummary, Field, FigureRow, Notice, Page, Pagination, Section, Table } from '#kernel/ui'
import type { SheetForm } from '../forms.ts'
import type { Sheet, SheetCounts } from '../queries/sheets.ts'
import { crumbs, type OfBudget } from './parts.tsx'
import { budgetPath } from '../rules/sitePath.ts'

interface Props extends OfBudget {
  readonly sheets: readonly Sheet[]
  readonly counts: SheetCounts
  readonly form: Form<SheetForm>
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** Paper ballots: how many were handed out, and where their double keying stands. */
export const SheetsPage = ({ t, budget, sheets, counts, form, pageNumber, hasMore }: Props) => {
  const path = `${budgetPath(budget.id)}/bulletins-papier`
  return (
    <Page title={t('sheets.title')} lead={t('sheets.lead')} breadcrumb={crumbs(t, budget)}>
      <FigureRow
        figures={[
          { label: t('sheets.issued'), value: String(counts.issued) },
          { label: t('sheets.open'), value: String(counts.open) },
          { label: t('sheets.counted'), value: String(counts.counted) },
        ]}
      />
      {budget.phase === 'vote' && <Notice title={t('sheets.how')}>{t('sheets.howText')}</Notice>}
      <Section title={t('sheets.key')}>
        <form method="get" action={`${path}/saisie`} noValidate>
          <ErrorSummary form={form} />
          <Field form={form} name="code" label={t('sheets.code')} hint={t('sheets.codeHint')} width="short" />
          <Actions>
            <Button>{t('sheets.find')}</Button>
          </Actions>
        </form>
      </Section>
      {sheets.length === 0 ? (
        <Empty title={t('sheets.none')} drawing="paper">
          {t('sheets.noneText')}
        </Empty>
      ) : (
        <Table
          caption={t('sheets.list')}
          head={[t('sheets.codeShort'), t('sheets.state'), t('sheets.readings')]}
          rows={sheets.map(({ code, readings, isCounted }) => [
            code,
            t(
              isCounted
                ? 'sheets.isCounted'
                : readings.length === 0
                  ? 'sheets.isOut'
                  : readings.length === 1
                    ? 'sheets.isOnce'
                    : 'sheets.differ',
            ),
            readings.map(({ name }) => name ?? t('someone')).join(', '),
          ])}
        />
      )}
      <Pagination page={pageNumber} more={hasMore} href={page => `${path}?page=${page}`} />
    </Page>
  )
}
