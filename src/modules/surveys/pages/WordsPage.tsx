import type { Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Field, Page, Select, TextArea } from '#kernel/ui'
import type { SurveyWordsForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { audiences } from '../rules/standing.ts'
import { crumbsOf } from './crumbsOf.ts'

interface Props {
  readonly t: T
  readonly survey: { readonly id: string; readonly title: Readonly<Record<string, string>> }
  readonly form: Form<SurveyWordsForm>
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly measures: readonly { readonly id: string; readonly title: string }[]
  /** Opened: who may answer and until when can no longer be changed here. */
  readonly isOpened: boolean
}

/** What people read before they answer. */
export const WordsPage = ({ t, survey, form, services, measures, isOpened }: Props) => (
  <Page title={t('words.page')} lead={t('words.lead')} breadcrumb={crumbsOf(t, survey, 'manage')}>
    <ErrorSummary form={form} />
    <form method="post" action={`/enquetes/${survey.id}/presentation`} noValidate>
      <Field form={form} name="title" label={t('words.title')} hint={t('words.titleHint')} />
      <TextArea form={form} name="purpose" label={t('words.purpose')} hint={t('words.purposeHint')} rows={6} maxlength={2000} />
      <Field form={form} name="askedBy" label={t('about.askedBy')} hint={t('words.askedByHint')} />
      <TextArea form={form} name="followUp" label={t('about.followUp')} hint={t('words.followUpHint')} rows={3} maxlength={2000} />
      {!isOpened && (
        <>
          <Choice
            form={form}
            name="audience"
            label={t('about.who')}
            options={audiences.map(one => ({ value: one, label: t(`audience.${one}`), hint: t(`audienceHint.${one}`) }))}
          />
          <Field form={form} name="closesOn" label={t('words.closesOn')} hint={t('words.closesOnHint')} type="date" />
        </>
      )}
      <Select
        form={form}
        name="service"
        label={t('about.service')}
        optional
        options={[{ value: '', label: t('words.none') }, ...services.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        form={form}
        name="measure"
        label={t('about.measure')}
        optional
        options={[{ value: '', label: t('words.none') }, ...measures.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <Button>{t('words.save')}</Button>
    </form>
  </Page>
)
