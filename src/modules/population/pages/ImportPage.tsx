import type { Form } from '#kernel/forms'
import { Button, DownloadLinks, ErrorSummary, Field, Notice, Page, Section, TextArea } from '#kernel/ui'
import type { PopulationForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { FileFault } from '../readFigures.ts'

interface Props {
  readonly t: T
  readonly form: Form<PopulationForm & { file?: string }>
  readonly faults: readonly FileFault[]
}

export const ImportPage = ({ t, form, faults }: Props) => (
  <Page title={t('import.title')} lead={t('import.lead')} breadcrumb={[{ label: t('page.title'), href: '/population' }]}>
    <ErrorSummary form={form} />
    {faults.length > 0 && (
      <Notice kind="warning" title={t('import.faults')}>
        <ul>
          {faults.map((fault, at) => (
            <li key={at}>
              {fault.line !== null && <strong>{t('import.line', { line: fault.line })}</strong>}{' '}
              {t(`fault.${fault.because}`, { what: fault.what })}
            </li>
          ))}
        </ul>
      </Notice>
    )}
    <form method="post" action="/population/import" encType="multipart/form-data" noValidate>
      <Field form={form} name="source" label={t('import.source')} hint={t('import.sourceHint')} />
      <Field form={form} name="licence" label={t('import.licence')} hint={t('import.licenceHint')} />
      <Field form={form} name="reference" type="date" label={t('import.reference')} hint={t('import.referenceHint')} />
      <TextArea form={form} name="text" label={t('import.text')} hint={t('import.textHint')} rows={12} optional />
      <Field
        form={form}
        name="file"
        type="file"
        label={t('import.file')}
        hint={t('import.fileHint')}
        accept=".csv,.txt,.tsv,text/csv"
        optional
      />
      <TextArea form={form} name="note" label={t('import.note')} hint={t('import.noteHint')} rows={3} optional />
      <Button>{t('import.submit')}</Button>
    </form>
    <Section title={t('format.title')}>
      <p>{t('format.margins')}</p>
      <p>{t('format.crossed')}</p>
      <p>{t('format.ages')}</p>
      <DownloadLinks
        links={[
          { href: '/population/modele-marges.csv', label: t('format.marginsFile') },
          { href: '/population/modele-croise.csv', label: t('format.crossedFile') },
        ]}
      />
    </Section>
  </Page>
)
