import type { Questionnaire } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { type AnyForm, Button, ErrorSummary, MessagePage, Page, TextArea } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Campaign } from '../schema.ts'
import { Questions } from './Questions.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly campaign: Campaign
  readonly serviceName: string
  readonly questionnaire: Questionnaire
  readonly form: AnyForm
}

/** One minute, on a telephone. */
export const AnswerPage = ({ t, locale, campaign, serviceName, questionnaire, form }: Props) => (
  <Page title={t('answer.title', { service: serviceName })} lead={t('answer.lead')}>
    <ErrorSummary form={form} />
    <form method="post" action={`/evaluations/${campaign.id}/repondre`} noValidate>
      <Questions questionnaire={questionnaire} form={form} locale={locale} helpTitle={t('answer.helpTitle')} />
      <TextArea form={form} name="words" label={t('answer.words')} hint={t('answer.wordsHint')} rows={4} maxlength={2000} optional />
      <Button>{t('answer.send')}</Button>
    </form>
    <p class="soft">{t('answer.cookie')}</p>
  </Page>
)

const resultsOf = (t: T, { service }: Campaign) => ({ label: t('answer.results'), href: `/evaluations/service/${service}` })

export const ThanksPage = ({ t, campaign }: { t: T; campaign: Campaign }) => (
  <MessagePage title={t('answer.thanksTitle')} text={`${t('answer.thanks')} ${t('answer.thanksFollow')}`} action={resultsOf(t, campaign)} />
)
export const AlreadyPage = ({ t, campaign }: { t: T; campaign: Campaign }) => (
  <MessagePage title={t('answer.thanksTitle')} text={t('answer.already')} action={resultsOf(t, campaign)} />
)
export const ClosedPage = ({ t, campaign }: { t: T; campaign: Campaign }) => (
  <MessagePage title={t('answer.closed')} text={t('answer.closedText')} action={resultsOf(t, campaign)} />
)
