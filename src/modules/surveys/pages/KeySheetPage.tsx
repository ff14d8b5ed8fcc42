import { conditionInWords, holds, QuestionField, type Questionnaire, said, type Sheet } from '#engines/surveys'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { type AnyForm, Button, Disclosure, ErrorSummary, Notice, Page, Section, TextArea } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { crumbsOf } from './crumbsOf.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly survey: Survey
  readonly questionnaire: Questionnaire
  readonly sheet: Sheet
  readonly form: AnyForm
  readonly aside: Form<{ readonly reason: string }>
  /** Why this person may not key it now. */
  readonly refusal: string | null
}

/** Everything written on a sheet, in the order of the paper. The second reader does not see what the first one read. */
export const KeySheetPage = ({ t, locale, survey, questionnaire, sheet, form, aside, refusal }: Props) => {
  const at = `/enquetes/${survey.id}/feuilles/${sheet.number}`
  return (
    <Page
      title={t('sheet.numbered', { n: sheet.number })}
      kicker={sheet.code}
      lead={t(sheet.state === 'keyed-once' ? 'key.leadSecond' : 'key.lead')}
      breadcrumb={crumbsOf(t, survey, 'sheets')}
    >
      {refusal !== null ? (
        <Notice kind="warning" title={refusal}>
          <p>
            <a href={`/enquetes/${survey.id}/feuilles`}>{t('sheets.others')}</a>
          </p>
        </Notice>
      ) : (
        <>
          <ErrorSummary form={form} />
          <form method="post" action={`${at}/saisie`} noValidate>
            {questionnaire.sections.map(section => (
              <Section key={section.code} title={said(section.title, 'fr').text}>
                {section.showIf && <p>{conditionInWords(section.showIf, questionnaire, 'fr', locale, 'condition.section')}</p>}
                {section.questions.map(question => (
                  <>
                    {question.showIf && !holds(question.showIf, {}) && (
                      <p class="soft">{conditionInWords(question.showIf, questionnaire, 'fr', locale)}</p>
                    )}
                    <QuestionField
                      key={question.code}
                      question={{ ...question, required: false }}
                      form={form}
                      language="fr"
                      locale={locale}
                    />
                  </>
                ))}
              </Section>
            ))}
            <Button>{t('key.save')}</Button>
          </form>
          <Disclosure summary={t('aside.title')} open={Object.keys(aside.errors).length > 0}>
            <ErrorSummary form={aside} prefix="aside" />
            <form method="post" action={`${at}/ecart`} noValidate>
              <TextArea
                form={aside}
                name="reason"
                label={t('aside.reason')}
                hint={t('aside.hint')}
                rows={2}
                maxlength={1000}
                prefix="aside"
              />
              <Button kind="danger">{t('aside.do')}</Button>
            </form>
          </Disclosure>
        </>
      )}
    </Page>
  )
}
