import { type Answers, answerInWords, QuestionField, type Question, said, type Sheet } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { type AnyForm, Button, DefinitionList, Empty, ErrorSummary, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { crumbsOf } from './crumbsOf.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly survey: Survey
  readonly sheet: Sheet
  readonly questions: readonly Question[]
  readonly readings: readonly Answers[]
  readonly form: AnyForm
  readonly common: { readonly other: string; readonly unsure: string }
}

/** The questions that two people did not read alike: both readings, and what the third look at the paper says. */
export const SettlePage = ({ t, locale, survey, sheet, questions, readings, form, common }: Props) => {
  const read = (question: Question, answers: Answers | undefined) => {
    const lines = answers ? answerInWords(question, answers, 'fr', common) : []
    return lines.length === 0 ? <span class="soft">{t('settle.empty')}</span> : lines.join(', ')
  }
  return (
    <Page
      title={t('settle.title', { n: sheet.number })}
      kicker={sheet.code}
      lead={t('settle.lead')}
      breadcrumb={crumbsOf(t, survey, 'sheets')}
    >
      {questions.length === 0 ? (
        <Empty title={t('settle.none')} />
      ) : (
        <>
          <ErrorSummary form={form} />
          <form method="post" action={`/enquetes/${survey.id}/feuilles/${sheet.number}/ecarts`} noValidate>
            {questions.map(question => (
              <Section key={question.code} title={said(question.label, 'fr').text}>
                <DefinitionList
                  items={[
                    { term: t('settle.first'), value: read(question, readings[0]) },
                    { term: t('settle.second'), value: read(question, readings[1]) },
                  ]}
                />
                <QuestionField
                  question={{ ...question, required: false, label: { fr: t('settle.third') } }}
                  form={form}
                  language="fr"
                  locale={locale}
                />
              </Section>
            ))}
            <Button>{t('settle.do')}</Button>
          </form>
        </>
      )}
    </Page>
  )
}
