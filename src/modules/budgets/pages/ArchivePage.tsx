import type { Form } from '#kernel/forms'
import { Actions, Button, ErrorSummary, Field, Page } from '#kernel/ui'
import { crumbs, type Said } from './parts.tsx'

interface Props extends Said {
  readonly form: Form<{ readonly title: string; readonly file: string }>
}

/** A budget of the past, read from the file that Pabulib knows. */
export const ArchivePage = ({ t, form }: Props) => (
  <Page title={t('budgets.archive')} lead={t('archive.lead')} breadcrumb={crumbs(t)}>
    <ErrorSummary form={form} />
    <form method="post" action="/budgets/archives" enctype="multipart/form-data" noValidate>
      <Field form={form} name="title" label={t('archive.title')} hint={t('archive.titleHint')} optional />
      <Field form={form} name="file" label={t('archive.file')} hint={t('archive.fileHint')} type="file" accept=".pb" />
      <Actions>
        <Button>{t('archive.send')}</Button>
      </Actions>
    </form>
  </Page>
)
