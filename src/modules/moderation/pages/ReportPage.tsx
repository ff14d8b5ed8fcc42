import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Hidden, Page, TextArea } from '#kernel/ui'
import { rulesPath } from '#engines/moderation'
import type { ReportForm } from '../forms.ts'
import type { T } from '../locales/index.ts'

/** Tell the town hall that a text may break a rule. */
export const ReportPage = ({ t, subject, extract, form }: { t: T; subject: string; extract: string; form: Form<ReportForm> }) => (
  <Page title={t('report.title')} lead={t('report.lead')} breadcrumb={[{ href: rulesPath, label: t('rules.title') }]}>
    <ErrorSummary form={form} />
    <p class="soft">{t('report.quoted')}</p>
    <blockquote>
      <p>{extract.slice(0, 400).toWellFormed()}</p>
    </blockquote>
    <form method="post" action="/moderation/signalements" noValidate>
      <Hidden form={form} name="subject" value={subject} />
      <TextArea form={form} name="reason" label={t('report.reason')} hint={t('report.hint')} maxlength={600} rows={4} />
      <Button>{t('report.submit')}</Button>
    </form>
  </Page>
)
