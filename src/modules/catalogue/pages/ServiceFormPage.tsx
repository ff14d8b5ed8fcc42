import type { Form } from '#kernel/forms'
import { Button, Checkboxes, ErrorSummary, Field, Page, Section, Select, TextArea } from '#kernel/ui'
import { type ServiceForm, weekdays } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { shapes } from '../rules/faces.ts'
import { runners } from '../rules/runners.ts'

interface Props {
  readonly t: T
  /** Null when it is new. */
  readonly service: { readonly id: string; readonly name: string } | null
  readonly measures: readonly { readonly id: string; readonly title: string }[]
  readonly agreements: readonly { readonly id: number; readonly title: string; readonly others: readonly string[] }[]
  readonly form: Form<ServiceForm>
}

export const ServiceFormPage = ({ t, service, measures, agreements, form }: Props) => (
  <Page
    title={service ? t('edit.title', { name: service.name }) : t('edit.new')}
    breadcrumb={[
      { label: t('services.title'), href: '/services' },
      ...(service ? [{ label: service.name, href: `/services/${service.id}` }] : []),
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={service ? `/services/${service.id}/correction` : '/services/nouveau'} noValidate>
      <Field form={form} name="name" label={t('edit.name')} />
      <TextArea form={form} name="purpose" label={t('edit.purpose')} hint={t('edit.purposeHint')} />
      <TextArea form={form} name="audience" label={t('edit.audience')} rows={2} optional />
      <Select
        form={form}
        name="runBy"
        label={t('edit.runBy')}
        options={runners.map(runner => ({ value: runner, label: t(`runBy.${runner}`) }))}
      />
      <Field form={form} name="runByName" label={t('edit.runByName')} optional />
      {agreements.length > 0 && (
        <Select
          form={form}
          name="agreement"
          label={t('edit.agreement')}
          hint={t('edit.agreementHint')}
          options={[
            { value: '', label: t('edit.noAgreement') },
            ...agreements.map(({ id, title, others }) => ({ value: String(id), label: [title, ...others].join(', ') })),
          ]}
          optional
        />
      )}
      <Section title={t('service.where')}>
        <Field form={form} name="place" label={t('edit.place')} optional />
        <TextArea form={form} name="address" label={t('edit.address')} rows={3} optional />
        <TextArea form={form} name="access" label={t('edit.access')} hint={t('edit.accessHint')} rows={2} optional />
      </Section>
      <Section title={t('edit.hours')} lead={t('edit.hoursHint')}>
        {weekdays.map((day, index) => (
          <Field key={day} form={form} name={day} label={t(`weekday.${numbers[index]!}`)} width="medium" optional />
        ))}
        <TextArea form={form} name="hoursNote" label={t('edit.hoursNote')} rows={2} optional />
        <TextArea form={form} name="exceptions" label={t('edit.exceptions')} hint={t('edit.exceptionsHint')} rows={4} optional />
      </Section>
      <Section title={t('service.contact')}>
        <Field form={form} name="phone" type="tel" label={t('edit.phone')} width="medium" optional />
        <Field form={form} name="email" type="email" label={t('edit.email')} width="medium" optional />
        <Field form={form} name="website" type="url" label={t('edit.website')} optional />
        <TextArea form={form} name="question" label={t('edit.question')} hint={t('edit.questionHint')} rows={2} optional />
      </Section>
      <Select form={form} name="face" label={t('edit.face')} options={shapes.map(shape => ({ value: shape, label: t(`face.${shape}`) }))} />
      {measures.length > 0 && (
        <Checkboxes
          form={form}
          name="measure"
          label={t('edit.measures')}
          options={measures.map(({ id, title }) => ({ value: id, label: title }))}
          optional
        />
      )}
      <TextArea form={form} name="reason" label={t('edit.reason')} hint={t('edit.reasonHint')} rows={2} optional />
      <Button>{t('edit.submit')}</Button>
    </form>
  </Page>
)

const numbers = [1, 2, 3, 4, 5, 6, 7] as const
