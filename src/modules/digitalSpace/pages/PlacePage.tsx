import type { Form } from '#kernel/forms'
import { Button, Checkboxes, ErrorSummary, Field, type Option, Page, Select, TextArea } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { standard as Standard } from '../place.ts'
import { lineFields, listFields, optionsOfField, type PlaceForm } from '../placeForm.ts'
import { home } from '../where.ts'

interface Props {
  readonly t: T
  readonly form: Form<PlaceForm>
  readonly services: readonly Option[]
  readonly standard: typeof Standard
}

/** The place as the whole country reads it; each answer is held against the published schema. */
export const PlacePage = ({ t, form, services, standard }: Props) => {
  const isRequired = (name: string) => standard.fields.some(field => field.name === name && field.required && name !== 'commune')
  return (
    <Page
      title={t('place.title')}
      lead={t('place.lead')}
      breadcrumb={[
        { label: t('space.title'), href: home },
        { label: t('settings.title'), href: `${home}/reglages` },
      ]}
    >
      <ErrorSummary form={form} />
      <form method="post" action={`${home}/lieu`} noValidate>
        {lineFields.map(name => (
          <Field
            key={name}
            form={form}
            name={name}
            label={t(`place.${name}`)}
            hint={name === 'telephone' ? t('place.telephoneHint') : name === 'pivot' ? t('place.pivotHint') : undefined}
            optional={!isRequired(name)}
          />
        ))}
        <TextArea form={form} name="presentation_resume" label={t('place.presentation_resume')} rows={3} maxlength={280} optional />
        <TextArea form={form} name="presentation_detail" label={t('place.presentation_detail')} rows={5} maxlength={4000} optional />
        {listFields.map(name => (
          <Checkboxes key={name} form={form} name={name} label={t(`place.${name}`)} options={optionsOfField(name)} optional />
        ))}
        <Select form={form} name="service" label={t('place.service')} hint={t('place.serviceHint')} options={services} optional />
        <Button>{t('place.submit')}</Button>
      </form>
      <p class="soft">
        <a href={standard.source}>{t('place.standard', { version: standard.version })}</a>
      </p>
    </Page>
  )
}
