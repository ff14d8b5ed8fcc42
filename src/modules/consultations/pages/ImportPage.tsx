import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import type { ImportForm } from '../forms.ts'
import type { T } from '../locales/index.ts'

/** Keeping a conversation held elsewhere. */
export const ImportPage = ({ t, form }: { t: T; form: Form<ImportForm> }) => (
  <Page title={t('import.title')} lead={t('import.lead')} breadcrumb={[{ label: t('consultations.title'), href: '/consultations' }]}>
    <ErrorSummary form={form} />
    <form method="post" action="/consultations/import" encType="multipart/form-data" noValidate>
      <Field form={form} name="title" label={t('form.title')} />
      <TextArea form={form} name="introduction" label={t('form.introduction')} rows={4} />
      <Field form={form} name="source" label={t('import.source')} hint={t('import.sourceHint')} />
      <Field form={form} name="licence" label={t('import.licence')} hint={t('import.licenceHint')} />
      <Field form={form} name="comments" type="file" accept=".csv" label={t('import.comments')} />
      <Field form={form} name="votes" type="file" accept=".csv" label={t('import.votes')} />
      <Field form={form} name="participants" type="file" accept=".csv" label={t('import.participants')} optional />
      <Button>{t('import.send')}</Button>
    </form>
  </Page>
)
