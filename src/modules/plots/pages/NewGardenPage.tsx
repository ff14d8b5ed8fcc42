import type { Form } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import { Button, ErrorSummary, Field, Page, Section, Select, TextArea } from '#kernel/ui'
import type { Closing, NewGarden } from '../forms.ts'
import type { Garden } from '../queries/gardens.ts'
import { crumbs, type Said } from './parts.tsx'

interface FieldsProps extends Said {
  readonly form: Form<NewGarden>
  readonly services: readonly { readonly id: string; readonly name: string }[]
}

/** Where the town hall opens a garden. */
export const NewGardenPage = (props: FieldsProps) => (
  <Page title={props.t('garden.new')} lead={props.t('garden.newLead')} breadcrumb={crumbs(props.t)}>
    <ErrorSummary form={props.form} />
    <form method="post" action="/jardins/lieux" noValidate>
      <GardenFields {...props} />
      <Button>{props.t('garden.send')}</Button>
    </form>
  </Page>
)

/** The same garden said again, or closed with a day and a reason. */
export const EditGardenPage = (
  props: FieldsProps & {
    readonly garden: Garden
    readonly closing: Form<Closing>
    /** How many have a plot there. */
    readonly holders: number
    readonly isAgent: boolean
  },
) => {
  const { t, locale, garden, form, closing, holders, isAgent } = props
  const path = `/jardins/lieux/${garden.id}`
  return (
    <Page title={t('garden.edit')} kicker={garden.name} breadcrumb={crumbs(t, { label: garden.name, href: path })}>
      <ErrorSummary form={form} />
      <form method="post" action={`${path}/modifier`} noValidate>
        <GardenFields {...props} />
        <Button>{t('garden.save')}</Button>
      </form>
      {isAgent && (
        <Section title={t('garden.close')} lead={t('garden.closeLead', { n: holders })} id="fermer">
          {garden.closedOn === null ? (
            <form method="post" action={`${path}/fermeture`} noValidate>
              <ErrorSummary form={closing} prefix="fermeture" />
              <Field form={closing} name="on" prefix="fermeture" type="date" label={t('garden.closeOn')} />
              <Field form={closing} name="reason" prefix="fermeture" label={t('garden.closeReason')} />
              <Button kind="danger">{t('garden.closeDo')}</Button>
            </form>
          ) : (
            <p>{t('garden.closed', { date: formatDate(garden.closedOn, locale) })}</p>
          )}
        </Section>
      )}
    </Page>
  )
}

const GardenFields = ({ t, form, services }: FieldsProps) => (
  <>
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
  </>
)
