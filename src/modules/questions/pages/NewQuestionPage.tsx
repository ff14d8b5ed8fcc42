import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, FormPaper, Hidden, Page, TextArea } from '#kernel/ui'
import type { NewQuestion } from '../forms.ts'
import type { T } from '../locales/index.ts'

interface Props {
  readonly t: T
  readonly form: Form<NewQuestion>
  readonly days: number
  readonly code: string
  readonly service: { readonly id: string; readonly name: string } | null
}

/** Where one asks. `days` is the commune's delay; `code` leads back here from paper. */
export const NewQuestionPage = ({ t, form, days, code, service }: Props) => (
  <Page title={t('new.title')} lead={t('new.lead')} code={code} breadcrumb={[{ label: t('questions.title'), href: '/questions' }]}>
    {service && (
      <p>
        {t('question.about')} <a href={`/services/${service.id}`}>{service.name}</a>
      </p>
    )}
    <p>{t('new.due', { days })}</p>
    <ErrorSummary form={form} />
    <FormPaper code={code}>
      <form method="post" action="/questions" noValidate>
        {service && <Hidden form={form} name="service" value={service.id} />}
        <Field form={form} name="title" label={t('new.question')} hint={t('new.questionHint')} />
        <TextArea form={form} name="text" label={t('new.text')} hint={t('new.textHint')} rows={8} maxlength={4000} />
        <Button>{t('new.send')}</Button>
      </form>
    </FormPaper>
  </Page>
)
