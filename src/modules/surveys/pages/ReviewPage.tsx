import { AnswersRead, type Answers, said, type Section as Part } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { Actions, Button, Notice, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly survey: Survey
  readonly sections: readonly Part[]
  readonly answers: Answers
  readonly language: string
  readonly query: string
  readonly mode: 'real' | 'counter' | 'trial'
  /** Pages where something is to be corrected before sending. */
  readonly wrong: readonly string[]
}

/** Everything one is about to say, to read over; sent, it cannot be changed. */
export const ReviewPage = ({ t, locale, survey, sections, answers, language, query, mode, wrong }: Props) => (
  <Page
    title={t('review.title')}
    lead={t('review.lead')}
    breadcrumb={[
      { label: t('surveys.title'), href: '/enquetes' },
      { label: said(survey.title, language).text, href: `/enquetes/${survey.id}${query}` },
    ]}
  >
    {mode === 'trial' && <Notice title={t('trial.title')}>{t('trial.text')}</Notice>}
    {wrong.length > 0 && (
      <Notice kind="warning" title={t('review.wrong')}>
        <ul>
          {sections
            .filter(section => wrong.includes(section.code))
            .map(section => (
              <li key={section.code}>
                <a href={`/enquetes/${survey.id}/reponse/${section.code}${query}`}>{said(section.title, language).text}</a>
              </li>
            ))}
        </ul>
      </Notice>
    )}
    {sections.map(section => (
      <Section key={section.code} title={said(section.title, language).text}>
        <AnswersRead section={section} answers={answers} language={language} locale={locale} />
        <p>
          <a href={`/enquetes/${survey.id}/reponse/${section.code}${query}`}>
            {t('review.change')} <span class="hidden">{said(section.title, language).text}</span>
          </a>
        </p>
      </Section>
    ))}
    {wrong.length === 0 && (
      <form method="post" action={`/enquetes/${survey.id}/envoi${query}`}>
        <p>{t(mode === 'trial' ? 'trial.text' : survey.audience === 'anyone' ? 'review.final' : 'review.finalPerson')}</p>
        <Actions>
          <Button>{mode === 'trial' ? t('review.sendTrial') : t('review.send')}</Button>
        </Actions>
      </form>
    )}
  </Page>
)
