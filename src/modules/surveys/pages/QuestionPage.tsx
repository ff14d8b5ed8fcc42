import { type Question, questionnaireWords, said } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { type AnyForm, Button, Checkbox, ErrorSummary, Field, Notice, Page, Select, TextArea } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { crumbsOf } from './crumbsOf.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly survey: Survey
  readonly question: Question
  readonly form: AnyForm
  readonly isFrozen: boolean
}

/** One question to write. Once the survey is open, only its words can be corrected, with a reason that is kept. */
export const QuestionPage = ({ t, locale, survey, question, form, isFrozen }: Props) => (
  <Page
    title={said(question.label, 'fr').text}
    kicker={questionnaireWords(locale)(`kind.${question.kind}`)}
    breadcrumb={crumbsOf(t, survey, 'questions')}
  >
    {isFrozen && <Notice title={t('edit.frozenTitle')}>{t('edit.frozen')}</Notice>}
    <ErrorSummary form={form} />
    <form method="post" action={`/enquetes/${survey.id}/questions/${question.code}`} noValidate>
      <TextArea form={form} name="label" label={t('edit.label')} rows={2} />
      <Field form={form} name="help" label={t('edit.help')} hint={t('edit.helpHint')} optional />
      <OfKind t={t} question={question} form={form} isFrozen={isFrozen} />
      {!isFrozen && <Checkbox form={form} name="required" label={t('edit.requiredBox')} hint={t('edit.requiredHint')} />}
      {isFrozen && <Field form={form} name="reason" label={t('edit.reason')} hint={t('edit.reasonHint')} />}
      <Button>{t('words.save')}</Button>
    </form>
  </Page>
)

const OfKind = ({ t, question, form, isFrozen }: { t: T; question: Question; form: AnyForm; isFrozen: boolean }) => {
  const list = (name: string, label: string) => <TextArea form={form} name={name} label={label} hint={t('edit.choicesHint')} rows={6} />
  const whole = (name: string, label: string, optional = false) =>
    isFrozen ? null : <Field form={form} name={name} label={label} inputmode="numeric" width="short" optional={optional} />
  const box = (name: string, label: string) => (isFrozen ? null : <Checkbox form={form} name={name} label={label} />)
  switch (question.kind) {
    case 'one':
      return (
        <>
          {list('options', t('edit.options'))}
          {box('withOther', t('edit.withOther'))}
          {!isFrozen && (
            <Select
              form={form}
              name="dimension"
              label={t('edit.dimension')}
              hint={t('edit.dimensionHint')}
              optional
              options={[
                { value: '', label: t('words.none') },
                { value: 'age', label: t('dimension.age') },
                { value: 'sex', label: t('dimension.sex') },
                { value: 'district', label: t('dimension.district') },
              ]}
            />
          )}
        </>
      )
    case 'many':
      return (
        <>
          {list('options', t('edit.options'))}
          {box('withOther', t('edit.withOther'))}
          {whole('atLeast', t('edit.atLeast'), true)}
          {whole('atMost', t('edit.atMost'), true)}
        </>
      )
    case 'ranking':
      return (
        <>
          {list('options', t('edit.options'))}
          {whole('places', t('edit.places'))}
        </>
      )
    case 'scale':
    case 'grid':
      return (
        <>
          {question.kind === 'grid' && list('rows', t('edit.rows'))}
          <Field form={form} name="low" label={t('edit.low')} />
          <Field form={form} name="high" label={t('edit.high')} />
          {whole('points', t('edit.points'))}
          {box('withUnsure', t('edit.withUnsure'))}
        </>
      )
    case 'number':
      return (
        <>
          <Field form={form} name="unit" label={t('edit.unit')} width="medium" optional />
          {whole('min', t('edit.min'), true)}
          {whole('max', t('edit.max'), true)}
          {whole('decimals', t('edit.decimals'))}
        </>
      )
    case 'date':
      return isFrozen ? null : (
        <>
          <Field form={form} name="from" label={t('edit.from')} type="date" optional />
          <Field form={form} name="until" label={t('edit.until')} type="date" optional />
        </>
      )
    case 'short':
    case 'long':
      return whole('atMost', t('edit.atMostCharacters'))
  }
}
