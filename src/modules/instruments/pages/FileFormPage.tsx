import type { Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Field, Hidden, Page, Select, TextArea } from '#kernel/ui'
import type { Answered, FileForm } from '../forms.ts'
import { type FileKind, fileKinds, fileUrl, type LegalFile } from '../legalFile.ts'
import type { T } from '../locales/index.ts'
import { Questions } from './AssistantPage.tsx'

interface Props {
  readonly t: T
  readonly form: Form<FileForm>
  readonly kind: FileKind | null
  readonly file: LegalFile | null
  readonly measures: readonly { readonly id: string; readonly title: string }[]
}

/** Opens a file, or writes it again. */
export const FileFormPage = ({ t, form, kind, file, measures }: Props) => (
  <Page
    title={t(file ? 'file.change' : 'file.new')}
    lead={t('file.formLead')}
    breadcrumb={[{ label: t('title'), href: '/demarches-citoyennes' }, ...(file ? [{ label: file.title, href: fileUrl(file.id) }] : [])]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={file ? fileUrl(file.id) : '/demarches-citoyennes/dossiers'} noValidate>
      {kind ? (
        <Hidden form={form} name="kind" />
      ) : (
        <Choice form={form} name="kind" label={t('file.kind')} options={fileKinds.map(one => ({ value: one, label: t(`kind.${one}`) }))} />
      )}
      <Field form={form} name="title" label={t('file.title')} />
      <TextArea form={form} name="question" label={t('file.question')} hint={t('file.questionHint')} rows={3} maxlength={1000} />
      <Field form={form} name="area" label={t('file.area')} hint={t('file.areaHint')} optional />
      <Questions t={t} kind={kind ?? 'consultation'} form={daysOf(form)} />
      <Select
        form={form}
        name="measure"
        label={t('file.measure')}
        optional
        options={[{ value: '', label: t('file.noMeasure') }, ...measures.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <Hidden form={form} name="petition" />
      <Button>{t(file ? 'file.send' : 'file.open')}</Button>
    </form>
  </Page>
)

/** The same form, as the questions of the assistant see it. */
const daysOf = ({ values, errors }: Form<FileForm>): Form<Answered> => {
  const { councilOn, transmittedOn, wishedOn, lastOn } = errors
  return {
    values,
    errors: {
      ...(councilOn ? { councilOn } : {}),
      ...(transmittedOn ? { transmittedOn } : {}),
      ...(wishedOn ? { wishedOn } : {}),
      ...(lastOn ? { lastOn } : {}),
    },
  }
}
