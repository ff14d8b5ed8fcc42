import type { Form } from '#kernel/forms'
import { Button, Checkbox, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import type { NewPanel } from '../forms.ts'
import type { T } from '../locales/index.ts'

export const NewPanelPage = ({ t, form }: { t: T; form: Form<NewPanel> }) => (
  <Page title={t('panel.new')} lead={t('panel.newLead')} breadcrumb={[{ label: t('draws.title'), href: '/tirages' }]}>
    <ErrorSummary form={form} />
    <form method="post" action="/tirages/panels" noValidate>
      <Field form={form} name="title" label={t('panel.name')} />
      <TextArea form={form} name="purpose" label={t('panel.purpose')} rows={4} maxlength={2000} />
      <Field form={form} name="size" type="number" label={t('panel.size')} />
      <Field form={form} name="closesOn" type="date" label={t('panel.closesOn')} />
      <Checkbox form={form} name="onePerAddress" label={t('panel.onePerAddress')} />
      <TextArea form={form} name="categories" label={t('panel.categories')} hint={t('panel.categoriesHint')} rows={10} />
      <Button>{t('panel.publish')}</Button>
    </form>
  </Page>
)
