import { dayInParis } from '#kernel/clock'
import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, ErrorSummary, Field, Listing, Page, Section, Select, Steps, TextArea } from '#kernel/ui'
import { formats, type ImportForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { ProgrammeLine } from '../queries/programmes.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly programmes: readonly ProgrammeLine[]
  readonly form: Form<ImportForm & { file?: string }>
}

export const ImportPage = ({ t, locale, programmes, form }: Props) => (
  <Page title={t('import.title')} lead={t('import.lead')} breadcrumb={[{ label: t('measures.title'), href: '/mesures' }]}>
    <Steps steps={[t('review.step.import'), t('review.step.review'), t('review.step.publish')]} current={1} />
    <ErrorSummary form={form} />
    <form method="post" action="/programme/import" encType="multipart/form-data" noValidate>
      <Field form={form} name="title" label={t('import.name')} hint={t('import.nameHint')} optional />
      <TextArea form={form} name="text" label={t('import.text')} hint={t('import.textHint')} rows={14} optional />
      <Field
        form={form}
        name="file"
        type="file"
        label={t('import.file')}
        hint={t('import.fileHint')}
        accept=".md,.markdown,.txt,.csv,text/plain,text/markdown,text/csv"
        optional
      />
      <Select
        form={form}
        name="format"
        label={t('import.format')}
        options={formats.map(format => ({ value: format, label: t(`import.format.${format}`) }))}
      />
      <Button>{t('import.submit')}</Button>
    </form>
    {programmes.length > 0 && (
      <Section title={t('import.drafts')}>
        <Listing
          items={programmes.map(programme => ({
            href: `/programme/import/${programme.id}`,
            title: programme.title,
            note: `${t(programme.publishedAt ? 'import.published' : programme.abandonedAt ? 'import.abandoned' : 'import.draft')} · ${t('import.importedOn', { date: formatDate(dayInParis(programme.importedAt), locale) })}`,
          }))}
        />
      </Section>
    )}
  </Page>
)
