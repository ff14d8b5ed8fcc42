import { said } from '#engines/surveys'
import { renderMarkdown } from '#engines/texts'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Actions, Button, DefinitionList, Disclosure, ErrorSummary, Field, Notice, Page, Prose, Section, Time } from '#kernel/ui'
import type { CodeForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Effect } from '../queries/effects.ts'
import type { Survey } from '../queries/surveys.ts'
import type { AnswerRefusal } from '../rules/standing.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { StandingTag } from './StandingTag.tsx'

export interface SurveyPageProps {
  readonly t: T
  readonly locale: Locale
  readonly survey: Survey
  readonly languages: readonly string[]
  readonly pages: number
  readonly mode: 'real' | 'counter' | 'trial'
  readonly counterKey: string | null
  readonly refusal: AnswerRefusal | null
  readonly hasDraft: boolean
  readonly form: Form<CodeForm>
  readonly service: string | null
  readonly measure: string | null
  readonly effects: readonly Effect[]
  readonly isTownHall: boolean
  readonly language: string
}

/** What a survey is for, before anything is asked: why, who, until when, what will be done (CRPA L131-1; GDPR article 13). */
export const SurveyPage = (props: SurveyPageProps) => {
  const { t, survey, language, isTownHall, mode } = props
  const title = said(survey.title, language)
  return (
    <Page title={title.text} kicker={t('survey.kicker')} breadcrumb={[{ label: t('surveys.title'), href: '/enquetes' }]}>
      <p>
        <StandingTag t={t} survey={survey} />
      </p>
      {mode === 'trial' && <Notice title={t('trial.title')}>{t('trial.text')}</Notice>}
      {survey.published !== null && (
        <Notice kind="success" title={t('survey.resultsOut')}>
          <a href={`/enquetes/${survey.id}/resultats`}>{t('survey.seeResults')}</a>
        </Notice>
      )}
      <Prose html={renderMarkdown(said(survey.purpose, language).text, { under: 1 }).__html} />
      <Begin {...props} />
      <Section title={t('survey.about')}>
        <About {...props} />
      </Section>
      {props.effects.length > 0 && (
        <Section title={t('survey.effects')}>
          <DefinitionList
            items={props.effects.map(effect => ({
              term: t(`effect.${effect.kind}`),
              value: (
                <>
                  {effect.text}{' '}
                  <span class="soft">
                    (<Time at={effect.on} />)
                  </span>
                </>
              ),
            }))}
          />
        </Section>
      )}
      {isTownHall && (
        <Actions>
          <Button kind="secondary" href={`/enquetes/${survey.id}/gestion`}>
            {t('survey.manage')}
          </Button>
        </Actions>
      )}
    </Page>
  )
}

const Begin = ({ t, survey, languages, mode, counterKey, refusal, hasDraft, form, language, pages }: SurveyPageProps) => {
  const query = counterKey ? `?borne=${counterKey}` : ''
  if (refusal === 'sign-in')
    return (
      <Notice title={t('refused.sign-in')}>
        <a href={`/connexion?retour=/enquetes/${survey.id}`}>{t('survey.signIn')}</a>
      </Notice>
    )
  if (refusal) return survey.published === null ? <Notice title={t(`refused.${refusal}`)}>{t(`refusedText.${refusal}`)}</Notice> : null
  return (
    <>
      <form method="post" action={`/enquetes/${survey.id}/debut${query}`}>
        {languages.length > 1 && <LanguageChoice label={t('survey.language')} language={language} languages={languages} />}
        <Button>{mode === 'counter' ? t('survey.startCounter') : hasDraft ? t('survey.resume') : t('survey.start')}</Button>
      </form>
      <p class="soft">{t('survey.length', { pages })}</p>
      {mode !== 'counter' && (
        <Disclosure summary={t('survey.continueElsewhere')} open={Object.keys(form.errors).length > 0}>
          <ErrorSummary form={form} />
          <form method="post" action={`/enquetes/${survey.id}/reprise`}>
            <Field form={form} name="code" label={t('survey.code')} hint={t('survey.codeHint')} width="medium" autocomplete="off" />
            <Button kind="secondary">{t('survey.continue')}</Button>
          </form>
        </Disclosure>
      )}
    </>
  )
}

const About = ({ t, survey, service, measure }: SurveyPageProps) => (
  <>
    <DefinitionList
      items={[
        { term: t('about.askedBy'), value: survey.askedBy },
        { term: t('about.who'), value: t(`audience.${survey.audience}`) },
        { term: t('about.until'), value: survey.closesOn && <Time at={survey.closesOn} /> },
        { term: t('about.followUp'), value: survey.followUp },
        { term: t('about.service'), value: service && <a href={`/services/${survey.service}`}>{service}</a> },
        { term: t('about.measure'), value: measure && <a href={`/mesures/${survey.measure}`}>{measure}</a> },
        { term: t('about.secrecy'), value: t(survey.audience === 'anyone' ? 'about.anonymous' : 'about.oncePerPerson') },
        { term: t('about.data'), value: t('about.dataText') },
      ]}
    />
    <p>
      <a href="/donnees-personnelles">{t('about.rights')}</a>
    </p>
  </>
)
