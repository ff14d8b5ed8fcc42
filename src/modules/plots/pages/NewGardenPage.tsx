import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Page, Select, TextArea } from '#kernel/ui'
import type { NewGarden } from '../forms.ts'
import { crumbs, type Said } from './parts.tsx'

/** Where the town hall opens a garden. */
export const NewGardenPage = ({
  t,
  form,
  services,
}: Said & { form: Form<NewGarden>; services: readonly { readonly id: string; readonly name: string }[] }) => (
  <Page title={t('garden.new')} lead={t('garden.newLead')} breadcrumb={crumbs(t)}>
    <ErrorSummary form={form} />
    <form method="post" action="/jardins/lieux" noValidate>
      <Field form={form} name="name" label={t('garden.name')} />
      <Field form={form} name="place" label={t('garden.place')} />
      <TextArea form={form} name="about" label={t('garden.about')} optional rows={3} maxlength={1000} />
      <Field form={form} name="access" label={t('garden.access')} optional />
      <Field form={form} name="runBy" label={t('garden.runBy')} />
      <Field form={form} name="latitude" label={t('garden.latitude')} inputmode="decimal" width="short" />
      <Field form={form} name="longitude" label={t('garden.longitude')} inputmode="decimal" width="short" />
      <Field form={form} name="width" label={t('garden.width')} inputmode="decimal" width="short" unit="m" />
      <Field form={form} name="height" label={t('garden.height')} inputmode="decimal" width="short" unit="m" />
      <Select
        form={form}
        name="service"
        label={t('garden.service')}
        optional
        options={[{ value: '', label: t('garden.noService') }, ...services.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Button>{t('garden.send')}</Button>
    </form>
  </Page>
)
