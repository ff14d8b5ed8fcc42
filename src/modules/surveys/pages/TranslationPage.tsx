import { languageNames } from '#engines/surveys'
import { type AnyForm, Button, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import type { Translated } from '../rules/translation.ts'
import { crumbsOf } from './crumbsOf.ts'

interface Props {
  readonly t: T
  readonly survey: Survey
  readonly language: string
  readonly lines: readonly Translated[]
  readonly form: AnyForm
}

/** Every word of a survey in another language, beside the French; what is left empty is said in French. */
export const TranslationPage = ({ t, survey, language, lines, form }: Props) => (
  <Page
    title={t('translation.title', { language: languageNames[language] ?? language })}
    lead={t('translation.lead')}
    breadcrumb={crumbsOf(t, survey, 'questions')}
  >
    <ErrorSummary form={form} />
    <form method="post" action={`/enquetes/${survey.id}/traduction/${language}`} noValidate>
      <Field form={form} name="_title" label={survey.title['fr'] ?? ''} optional />
      <TextArea form={form} name="_purpose" label={survey.purpose['fr'] ?? ''} rows={4} optional />
      {lines.map(line =>
        line.isList ? (
          <TextArea
            key={line.field}
            form={form}
            name={line.field}
            label={line.french.replaceAll('\n', ' · ')}
            hint={t('translation.list')}
            rows={Math.max(3, line.french.split('\n').length)}
            optional
          />
        ) : (
          <Field key={line.field} form={form} name={line.field} label={line.french} optional />
        ),
      )}
      <Button>{t('words.save')}</Button>
    </form>
  </Page>
)
