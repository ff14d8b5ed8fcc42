import type { Form } from '#kernel/forms'
import { formatNumber } from '#kernel/i18n'
import { Button, Checkboxes, ErrorSummary, Field, Page, Select, TextArea } from '#kernel/ui'
import type { AgreementForm } from '../forms.ts'
import type { BodyName } from '../queries/conventions.ts'
import { agreementPath, home } from '../where.ts'
import { crumbs, type Said } from './parts.tsx'

interface Props extends Said {
  readonly form: Form<AgreementForm>
  readonly agreement: number | null
  readonly own: BodyName
  readonly others: readonly BodyName[]
}

/** Writing an agreement, or its next version. */
export const VersionFormPage = ({ t, locale, form, agreement, own, others }: Props) => (
  <Page
    title={agreement === null ? t('version.title') : t('version.next')}
    lead={t('version.lead')}
    breadcrumb={crumbs(t, { label: t('agreements.title'), href: `${home}/conventions` })}
  >
    <form method="post" action={agreement === null ? `${home}/conventions` : `${agreementPath(agreement)}/versions`} noValidate>
      <ErrorSummary form={form} />
      <Field form={form} name="title" label={t('version.name')} />
      <Field form={form} name="startsOn" type="date" label={t('version.startsOn')} />
      <Field form={form} name="endsOn" type="date" label={t('version.endsOn')} />
      <Checkboxes
        form={form}
        name="members"
        label={t('version.members')}
        options={others.map(one => ({
          value: String(one.id),
          label: one.population === null ? one.name : `${one.name} (${formatNumber(one.population, locale)})`,
        }))}
      />
      <Field form={form} name="populationOn" type="date" label={t('version.populationOn')} />
      <Field form={form} name="populationSource" label={t('version.populationSource')} />
      <fieldset class="control">
        <legend>{t('version.keyTitle')}</legend>
        <Field form={form} name="use" type="number" label={t('version.use')} unit="%" />
        <Field form={form} name="population" type="number" label={t('version.population')} unit="%" />
        <Field form={form} name="equal" type="number" label={t('version.equal')} unit="%" />
      </fieldset>
      <TextArea form={form} name="itemKeys" label={t('version.itemKeys')} hint={t('version.itemKeysHint')} optional rows={3} />
      <Select
        form={form}
        name="lead"
        label={t('version.lead1')}
        options={[own, ...others].map(one => ({ value: String(one.id), label: one.name }))}
      />
      <Field form={form} name="instalments" type="number" label={t('version.instalments')} />
      <Field form={form} name="contestDays" type="number" label={t('version.contestDays')} />
      <TextArea form={form} name="keeping" label={t('agreement.keeping')} rows={3} />
      <TextArea form={form} name="insurance" label={t('agreement.insurance')} rows={3} />
      <Field form={form} name="noticeMonths" type="number" label={t('version.noticeMonths')} />
      <TextArea form={form} name="leaving" label={t('agreement.leaving')} rows={3} />
      <Field form={form} name="settledBy" label={t('agreement.settledBy')} />
      <TextArea form={form} name="because" label={t('version.because')} optional rows={3} />
      <Button>{t('version.send')}</Button>
    </form>
  </Page>
)
