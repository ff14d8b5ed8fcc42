import { languageNames, type Sheet } from '#engines/surveys'
import type { Form } from '#kernel/forms'
import { Actions, type AnyForm, Button, Empty, ErrorSummary, Field, FigureRow, Page, Pagination, Section, Select, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { crumbsOf } from './crumbsOf.ts'

interface Props {
  readonly t: T
  readonly survey: Survey
  readonly sheets: readonly Sheet[]
  readonly counts: {
    readonly printed: number
    readonly counted: number
    readonly aside: number
    readonly once: number
    readonly twice: number
  }
  readonly languages: readonly string[]
  readonly form: Form<{ readonly count: number; readonly language: string }>
  readonly isDouble: boolean
  /** The code of a sheet that was typed and not found; empty otherwise. */
  readonly typedCode: string
  readonly pageNumber: number
  readonly hasMore: boolean
}

/** Every sheet of paper of a survey, and where its keying stands. */
export const SheetsPage = ({ t, survey, sheets, counts, languages, form, isDouble, typedCode, pageNumber, hasMore }: Props) => {
  const at = `/enquetes/${survey.id}/feuilles`
  const finding: AnyForm = { values: { code: typedCode }, errors: typedCode === '' ? {} : { code: t('sheets.unknownCode') } }
  return (
    <Page
      title={t('sheets.title')}
      lead={t(isDouble ? 'sheets.leadDouble' : 'sheets.leadSingle')}
      breadcrumb={crumbsOf(t, survey, 'manage')}
      width="wide"
    >
      <FigureRow
        figures={[
          { value: String(counts.printed), label: t('sheets.printed') },
          { value: String(counts.once), label: t('sheets.once') },
          { value: String(counts.twice), label: t('sheets.twice') },
          { value: String(counts.counted), label: t('sheets.counted') },
          { value: String(counts.aside), label: t('sheets.aside') },
        ]}
      />
      <form method="get" action={at}>
        <Field form={finding} name="code" label={t('sheets.findTitle')} hint={t('sheets.find')} width="medium" autocomplete="off" />
        <Button kind="secondary">{t('sheet.key')}</Button>
      </form>
      {sheets.length === 0 ? (
        <Empty title={t('sheets.empty')} />
      ) : (
        <Table
          caption={t('sheets.title')}
          hideCaption
          head={[t('sheets.number'), t('sheets.code'), t('sheets.state'), t('sheets.next')]}
          rows={sheets.map(sheet => [
            String(sheet.number),
            sheet.code,
            sheet.outcome === 'settled' ? t('sheet.settled') : t(`sheet.${sheet.state}`),
            nextOf(t, at, sheet),
          ])}
        />
      )}
      <Pagination page={pageNumber} more={hasMore} href={page => `${at}?page=${page}`} />
      {survey.standing === 'open' && (
        <Section title={t('print.title')}>
          <ErrorSummary form={form} />
          <form method="post" action={at} noValidate>
            <Field form={form} name="count" label={t('print.count')} hint={t('print.countHint')} inputmode="numeric" width="short" />
            <Select
              form={form}
              name="language"
              label={t('survey.language')}
              options={languages.map(code => ({ value: code, label: languageNames[code] ?? code }))}
            />
            <Button>{t('print.do')}</Button>
          </form>
        </Section>
      )}
      {sheets[0] && (
        <Actions>
          <Button kind="secondary" href={`${at}/impression?de=${sheets[0].number}&a=${sheets.at(-1)?.number ?? sheets[0].number}`}>
            {t('print.again')}
          </Button>
        </Actions>
      )}
    </Page>
  )
}

const nextOf = (t: T, at: string, sheet: Sheet) => {
  if (sheet.state === 'counted') return ''
  if (sheet.state === 'set-aside') return sheet.reason
  const [path, word] =
    sheet.state === 'to-settle' ? ['ecarts', t('sheet.settle')] : ['saisie', t(sheet.state === 'printed' ? 'sheet.key' : 'sheet.keyAgain')]
  return (
    <a href={`${at}/${sheet.number}/${path}`}>
      {word} <span class="hidden">{t('sheet.numbered', { n: sheet.number })}</span>
    </a>
  )
}
