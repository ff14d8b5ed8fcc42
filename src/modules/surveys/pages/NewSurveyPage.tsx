import type { Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Field, Page } from '#kernel/ui'
import { templateNames } from '../data/templates.ts'
import type { NewSurvey } from '../forms.ts'
import type { T } from '../locales/index.ts'

/** Where a survey begins: a title, and something to start from. */
export const NewSurveyPage = ({ t, form }: { t: T; form: Form<NewSurvey> }) => (
  <Page title={t('new.title')} lead={t('new.lead')} breadcrumb={[{ label: t('surveys.title'), href: '/enquetes' }]}>
    <ErrorSummary form={form} />
    <form method="post" action="/enquetes" noValidate>
      <Field form={form} name="title" label={t('words.title')} hint={t('words.titleHint')} />
      <Choice
        form={form}
        name="template"
        label={t('new.template')}
        options={templateNames.map(name => ({ value: name, label: t(`template.${name}`), hint: t(`templateHint.${name}`) }))}
      />
      <Button>{t('new.begin')}</Button>
    </form>
  </Page>
)
