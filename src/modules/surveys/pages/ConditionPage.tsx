import { questionnaireWords, type Question, said, type Questionnaire, questionsOf, unsure, other } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { type AnyForm, Button, Choice, Empty, ErrorSummary, Field, Page, Section, Select } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { answersOffered, rowsOffered } from '../rules/conditionForm.ts'
import { crumbsOf } from './crumbsOf.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly survey: Survey
  readonly questionnaire: Questionnaire
  /** Path of the question or of the page: `questions/age`, `parties/you`. */
  readonly at: string
  readonly name: string
  readonly earlier: readonly Question[]
  readonly form: AnyForm
}

/** When something is shown: up to three comparisons with earlier questions, chosen from lists. */
export const ConditionPage = ({ t, locale, survey, questionnaire, at, name, earlier, form }: Props) => {
  const all = questionsOf(questionnaire)
  const words = questionnaireWords(locale)
  const named = (question: Question) => `${all.indexOf(question) + 1}. ${said(question.label, 'fr').text}`
  const answerNamed = (question: Question, value: string) => {
    const code = value.slice(question.code.length + 1)
    const option = 'options' in question ? question.options.find(one => one.code === code) : undefined
    const text =
      code === other ? words('answer.other') : code === unsure ? words('answer.unsure') : option ? said(option.label, 'fr').text : code
    return `${t('condition.question', { n: all.indexOf(question) + 1 })} : ${text}`
  }
  return (
    <Page title={t('condition.title')} lead={name} breadcrumb={crumbsOf(t, survey, 'questions')}>
      {earlier.length === 0 ? (
        <Empty title={t('condition.nothing')} />
      ) : (
        <>
          <ErrorSummary form={form} />
          <form method="post" action={`/enquetes/${survey.id}/${at}/condition`} noValidate>
            <Choice
              form={form}
              name="match"
              label={t('condition.match')}
              options={[
                { value: 'all', label: t('condition.all') },
                { value: 'any', label: t('condition.any') },
              ]}
            />
            {Array.from({ length: rowsOffered }, (_, row) => row + 1).map(row => (
              <Section key={row} title={t('condition.row', { n: row })}>
                <Select
                  form={form}
                  name={`question${row}`}
                  label={t('condition.of')}
                  optional
                  options={[{ value: '', label: t('condition.none') }, ...earlier.map(one => ({ value: one.code, label: named(one) }))]}
                />
                <Select
                  form={form}
                  name={`is${row}`}
                  label={t('condition.is')}
                  optional
                  options={(['same', 'different', 'above', 'below', 'answered'] as const).map(is => ({ value: is, label: t(`is.${is}`) }))}
                />
                <Select
                  form={form}
                  name={`answer${row}`}
                  label={t('condition.answer')}
                  optional
                  options={[
                    { value: '', label: t('condition.noAnswer') },
                    ...earlier.flatMap(one => answersOffered(one).map(value => ({ value, label: answerNamed(one, value) }))),
                  ]}
                />
                <Field
                  form={form}
                  name={`number${row}`}
                  label={t('condition.number')}
                  hint={t('condition.numberHint')}
                  type="number"
                  optional
                />
              </Section>
            ))}
            <Button>{t('words.save')}</Button>
          </form>
        </>
      )}
    </Page>
  )
}
