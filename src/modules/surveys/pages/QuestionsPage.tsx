import { conditionInWords, languageNames, questionKinds, type Questionnaire, questionnaireWords, questionsOf, said } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import {
  Actions,
  type AnyForm,
  Button,
  Choice,
  Disclosure,
  EditList,
  ErrorSummary,
  Field,
  Gestures,
  Notice,
  Page,
  Section,
  Select,
} from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { crumbsOf } from './crumbsOf.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly survey: Survey
  readonly questionnaire: Questionnaire
  readonly isFrozen: boolean
  /** The form of the page where something is to be corrected, by the code of the page; `''` for a new page. */
  readonly forms: Readonly<Record<string, AnyForm>>
}
const noForm: AnyForm = { values: {}, errors: {} }

/** The pages and questions of a survey, each with what can be done to it; every gesture is a button. */
export const QuestionsPage = ({ t, locale, survey, questionnaire, isFrozen, forms }: Props) => (
  <Page title={t('edit.title')} lead={t(isFrozen ? 'edit.frozen' : 'edit.lead')} breadcrumb={crumbsOf(t, survey, 'manage')}>
    {questionnaire.sections.map((section, at) => (
      <Section key={section.code} title={t('edit.page', { n: at + 1, title: said(section.title, 'fr').text })} id={section.code}>
        {section.showIf && <p>{conditionInWords(section.showIf, questionnaire, 'fr', locale, 'condition.section')}</p>}
        <Gestures>
          <Acts t={t} survey={survey} what={section.code} isSection isFrozen={isFrozen} name={said(section.title, 'fr').text} />
        </Gestures>
        {section.questions.length === 0 && <p class="soft">{t('edit.noQuestion')}</p>}
        <EditList
          items={section.questions.map(question => ({
            id: question.code,
            content: (
              <>
                <p>
                  <strong>
                    {questionsOf(questionnaire).indexOf(question) + 1}. {said(question.label, 'fr').text}
                  </strong>
                </p>
                <p class="soft">
                  {questionnaireWords(locale)(`kind.${question.kind}`)} · {t(question.required ? 'edit.required' : 'edit.optional')}
                  {question.kind === 'one' && question.dimension && ` · ${t(`dimension.${question.dimension}`)}`}
                </p>
                {question.showIf && <p class="soft">{conditionInWords(question.showIf, questionnaire, 'fr', locale)}</p>}
              </>
            ),
            gestures: <Acts t={t} survey={survey} what={question.code} isFrozen={isFrozen} name={said(question.label, 'fr').text} />,
          }))}
        />
        {!isFrozen && <NewQuestion t={t} locale={locale} survey={survey} section={section.code} form={forms[section.code] ?? noForm} />}
      </Section>
    ))}
    {!isFrozen && (
      <Section title={t('edit.addPage')}>
        <ErrorSummary form={forms[''] ?? noForm} prefix="page" />
        <form method="post" action={`/enquetes/${survey.id}/parties`} noValidate>
          <Field form={forms[''] ?? noForm} name="title" label={t('edit.pageTitle')} prefix="page" />
          <Button kind="secondary">{t('edit.addPage')}</Button>
        </form>
      </Section>
    )}
    {!isFrozen && <Languages t={t} survey={survey} questionnaire={questionnaire} />}
    <Actions>
      <Button kind="secondary" href={`/enquetes/${survey.id}`}>
        {t('manage.preview')}
      </Button>
    </Actions>
  </Page>
)

const Acts = (props: { t: T; survey: Survey; what: string; name: string; isSection?: boolean; isFrozen: boolean }) => {
  const { t, survey, what, name, isSection, isFrozen } = props
  const path = `/enquetes/${survey.id}/${isSection ? 'parties' : 'questions'}/${what}`
  const gesture = (act: string, word: string) => (
    <Button key={act} small kind="secondary" name="act" value={act} label={`${word} : ${name}`}>
      {word}
    </Button>
  )
  return (
    <>
      <Button small kind="secondary" href={path} label={`${t('edit.change')} : ${name}`}>
        {t('edit.change')}
      </Button>
      {!isFrozen && (
        <>
          <Button small kind="secondary" href={`${path}/condition`} label={`${t('edit.condition')} : ${name}`}>
            {t('edit.condition')}
          </Button>
          <form method="post" action={`${path}/geste`}>
            {gesture('up', t('edit.up'))}
            {gesture('down', t('edit.down'))}
            {!isSection && gesture('duplicate', t('edit.duplicate'))}
            {gesture('remove', t('edit.remove'))}
          </form>
        </>
      )}
    </>
  )
}

const NewQuestion = ({ t, locale, survey, section, form }: { t: T; locale: Locale; survey: Survey; section: string; form: AnyForm }) => (
  <Disclosure summary={t('edit.addQuestion')} open={Object.keys(form.errors).length > 0}>
    <ErrorSummary form={form} prefix={section} />
    <form method="post" action={`/enquetes/${survey.id}/questions`} noValidate>
      <input type="hidden" name="section" value={section} />
      <Field form={form} name="label" label={t('edit.label')} prefix={section} />
      <Choice
        form={form}
        name="kind"
        label={t('edit.kind')}
        prefix={section}
        options={questionKinds.map(kind => ({ value: kind, label: questionnaireWords(locale)(`kind.${kind}`) }))}
      />
      <Button kind="secondary">{t('edit.addQuestion')}</Button>
    </form>
  </Disclosure>
)

const Languages = ({ t, survey, questionnaire }: { t: T; survey: Survey; questionnaire: Questionnaire }) => (
  <Section title={t('languages.title')} lead={t('languages.lead')}>
    <ul>
      {questionnaire.languages.map(language => (
        <li key={language}>
          {languageNames[language]}
          {language !== 'fr' && (
            <>
              {' '}
              · <a href={`/enquetes/${survey.id}/traduction/${language}`}>{t('languages.title')}</a>
            </>
          )}
        </li>
      ))}
    </ul>
    <form method="post" action={`/enquetes/${survey.id}/langues`} noValidate>
      <Select
        form={noForm}
        name="language"
        label={t('languages.add')}
        options={Object.entries(languageNames)
          .filter(([code]) => !questionnaire.languages.includes(code))
          .map(([value, label]) => ({ value, label }))}
      />
      <Button kind="secondary">{t('languages.add')}</Button>
    </form>
    <Notice title={t('languages.note')} />
  </Section>
)
