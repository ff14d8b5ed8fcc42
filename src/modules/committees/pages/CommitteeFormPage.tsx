import type { z } from 'zod'
import { emptyForm, type Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, Checkboxes, Choice, Disclosure, ErrorSummary, Field, Page, TextArea } from '#kernel/ui'
import { type CommitteeForm, Ending } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { models } from '../models.ts'
import { type Committee, committeeUrl } from '../committee.ts'
import { kinds } from '../schema.ts'

/** Creates a committee from the act that founds it, or corrects what its page says. */
export const CommitteeFormPage = ({
  t,
  locale,
  committee,
  services,
  form,
  ending = emptyForm(Ending),
}: {
  t: T
  locale: Locale
  /** Null while it is being created. */
  committee: Committee | null
  services: readonly { readonly id: string; readonly name: string }[]
  form: Form<z.output<typeof CommitteeForm>>
  ending?: Form<z.output<typeof Ending>>
}) => (
  <Page
    title={t(committee ? 'form.change' : 'form.title')}
    lead={committee ? committee.name : t('form.lead')}
    breadcrumb={[
      { label: t('committees.title'), href: '/comites' },
      ...(committee ? [{ label: committee.name, href: committeeUrl(committee.id) }] : []),
    ]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={committee ? committeeUrl(committee.id, '/modification') : '/comites'} noValidate>
      {!committee && (
        <Choice
          form={form}
          name="model"
          label={t('form.model')}
          hint={t('form.modelHint')}
          options={models.map(model => ({ value: model.id, label: model.label[locale], hint: model.lead[locale] }))}
        />
      )}
      <Choice
        form={form}
        name="kind"
        label={t('form.kind')}
        options={kinds.map(kind => ({ value: kind, label: t(`form.kind.${kind}`) }))}
      />
      <Field form={form} name="name" label={t('form.name')} hint={t('form.nameHint')} />
      <TextArea form={form} name="purpose" label={t('form.purpose')} hint={t('form.purposeHint')} />
      <Field form={form} name="theme" label={t('form.theme')} optional />
      {services.length > 0 && (
        <Checkboxes
          form={form}
          name="service"
          label={t('form.service')}
          options={services.map(one => ({ value: one.id, label: one.name }))}
          optional
        />
      )}
      <Field form={form} name="act" label={t('form.act')} hint={t('form.actHint')} />
      <Field form={form} name="actOn" type="date" label={t('form.actOn')} />
      <Field form={form} name="actUrl" label={t('form.actUrl')} hint={t('form.actUrlHint')} optional />
      <Button>{t(committee ? 'form.save' : 'form.submit')}</Button>
    </form>
    {committee && committee.endedOn === null && (
      <Disclosure summary={t('form.end')} open={Object.keys(ending.errors).length > 0}>
        <ErrorSummary form={ending} prefix="fin" />
        <form method="post" action={committeeUrl(committee.id, '/fin')} noValidate>
          <Field form={ending} name="on" type="date" label={t('form.endOn')} prefix="fin" />
          <TextArea form={ending} name="reason" label={t('form.endReason')} rows={3} prefix="fin" />
          <Button kind="danger">{t('form.end')}</Button>
        </form>
      </Disclosure>
    )}
  </Page>
)
