import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import type { NewLot } from '../forms.ts'
import type { T } from '../locales/index.ts'

export const NewLotPage = ({ t, form }: { t: T; form: Form<NewLot> }) => (
  <Page title={t('lot.new')} lead={t('lot.newLead')} breadcrumb={[{ label: t('draws.title'), href: '/tirages' }]}>
    <ErrorSummary form={form} />
    <form method="post" action="/tirages" noValidate>
      <Field form={form} name="title" label={t('lot.what')} hint={t('lot.whatHint')} />
      <TextArea form={form} name="purpose" label={t('lot.why')} rows={3} maxlength={2000} />
      <TextArea form={form} name="inputs" label={t('lot.inputs')} hint={t('lot.inputsHint')} rows={10} />
      <Field form={form} name="many" type="number" label={t('lot.many')} />
      <Field form={form} name="seedSource" label={t('lot.source')} hint={t('lot.sourceHint')} width="full" />
      <Field form={form} name="seedOn" type="date" label={t('lot.on')} />
      <Button>{t('lot.publish')}</Button>
    </form>
  </Page>
)
