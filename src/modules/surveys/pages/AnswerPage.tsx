import { directionOf, type Place, QuestionField, said } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { Actions, type AnyForm, Button, Disclosure, ErrorSummary, Notice, Page, Progress } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { LanguageChoice } from './LanguageChoice.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly survey: Survey
  readonly place: Place
  readonly form: AnyForm
  readonly language: string
  readonly languages: readonly string[]
  readonly query: string
  readonly mode: 'real' | 'counter' | 'trial'
}

/** One page of a survey. The first button of the form is the one that the Enter key uses: it goes on. */
export const AnswerPage = ({ t, locale, survey, place, form, language, languages, query, mode }: Props) => {
  const title = said(place.section.title, language)
  const intro = place.section.intro && said(place.section.intro, language)
  const surveyTitle = said(survey.title, language).text
  return (
    <Page
      title={title.text}
      kicker={surveyTitle}
      breadcrumb={[
        { label: t('surveys.title'), href: '/enquetes' },
        { label: surveyTitle, href: `/enquetes/${survey.id}${query}` },
      ]}
    >
      {mode === 'trial' && <Notice title={t('trial.title')}>{t('trial.text')}</Notice>}
      <Progress value={place.number} of={place.of} label={t('answer.progress', { n: place.number, of: place.of })} />
      {intro && (
        <p lang={intro.language} dir={directionOf(intro.language)}>
          {intro.text}
        </p>
      )}
      <ErrorSummary form={form} />
      <form method="post" action={`/enquetes/${survey.id}/reponse/${place.section.code}${query}`} noValidate>
        <input type="hidden" name="_seen" value={place.section.questions.map(question => question.code).join(' ')} />
        {place.section.questions.map(question => (
          <QuestionField key={question.code} question={question} form={form} language={language} locale={locale} />
        ))}
        <Actions>
          <Button name="_go" value="next">
            {place.next === null ? t('answer.toReview') : t('answer.next')}
          </Button>
          {place.previous !== null && (
            <Button kind="secondary" name="_go" value="previous">
              {t('answer.previous')}
            </Button>
          )}
          {mode === 'real' && (
            <Button kind="secondary" name="_go" value="later">
              {t('answer.later')}
            </Button>
          )}
        </Actions>
        {languages.length > 1 && (
          <Disclosure summary={t('answer.changeLanguage')}>
            <LanguageChoice label={t('survey.language')} language={language} languages={languages} />
            <Button kind="secondary" name="_go" value="language">
              {t('answer.changeLanguage')}
            </Button>
          </Disclosure>
        )}
      </form>
    </Page>
  )
}
