import type { Questionnaire } from '#engines/surveys'
import type { Locale } from '#kernel/i18n'
import { type AnyForm, Button, Choice, ErrorSummary, Field, Notice, Page, TextArea } from '#kernel/ui'
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
  readonly isDone: boolean
}

/** An agent or a helper keys in what somebody wrote or said. */
export const DeskPage = ({ t, locale, campaign, serviceName, questionnaire, form, isDone }: Props) => (
  <Page
    title={t('desk.title')}
    kicker={serviceName}
    lead={t('desk.lead')}
    breadcrumb={[
      { label: t('title'), href: '/evaluations' },
      { label: serviceName, href: `/evaluations/${campaign.id}` },
    ]}
  >
    {isDone && <Notice kind="success">{t('desk.done')}</Notice>}
    <ErrorSummary form={form} />
    <form method="post" action={`/evaluations/${campaign.id}/saisie`} noValidate>
      <Choice
        form={form}
        name="channel"
        label={t('desk.channel')}
        options={(['paper', 'phone', 'counter'] as const).map(channel => ({ value: channel, label: t(`desk.${channel}`) }))}
      />
      <Field form={form} name="sheet" label={t('desk.sheet')} hint={t('desk.sheetHint')} inputmode="numeric" width="short" optional />
      <Questions questionnaire={questionnaire} form={form} locale={locale} helpTitle={t('answer.helpTitle')} />
      <TextArea form={form} name="words" label={t('answer.words')} rows={4} maxlength={2000} optional />
      <Button>{t('desk.send')}</Button>
    </form>
  </Page>
)
