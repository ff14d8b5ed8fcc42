import type { Form } from '#kernel/forms'
import { Button, Checkbox, Choice, ErrorSummary, Field, Page, Select, TextArea } from '#kernel/ui'
import type { RuleForm } from '../forms.ts'
import type { T } from '../locales/index.ts'

interface Props {
  readonly t: T
  readonly form: Form<RuleForm>
  /** Number of the rule that is corrected; null for a new one. */
  readonly rule: string | null
}

/** Where an agent writes who may take part. */
export const RuleFormPage = ({ t, form, rule }: Props) => (
  <Page
    title={t(rule === null ? 'form.title' : 'form.correct')}
    lead={t('form.lead')}
    breadcrumb={[{ label: t('roll.title'), href: '/liste-de-participation' }]}
  >
    <ErrorSummary form={form} />
    <form method="post" action={rule === null ? '/liste-de-participation/regles' : `/liste-de-participation/${rule}/correction`} noValidate>
      <Field form={form} name="name" label={t('form.name')} hint={t('form.nameHint')} />
      <TextArea form={form} name="explanation" label={t('form.explanation')} hint={t('form.explanationHint')} rows={4} maxlength={2000} />
      <Choice
        form={form}
        name="residence"
        label={t('form.residence')}
        options={(['none', 'declared', 'verified'] as const).map(value => ({ value, label: t(`form.residence.${value}`) }))}
      />
      <Field
        form={form}
        name="minimumAge"
        type="number"
        label={t('form.minimumAge')}
        hint={t('form.minimumAgeHint')}
        unit={t('form.years')}
        optional
      />
      <Select
        form={form}
        name="college"
        label={t('form.college')}
        optional
        options={[
          { value: '', label: t('form.college.none') },
          ...(['users', 'agents', 'elected'] as const).map(value => ({ value, label: t(`form.college.${value}`) })),
        ]}
      />
      <Checkbox form={form} name="association" label={t('form.association')} />
      <Checkbox form={form} name="identity" label={t('form.identity')} />
      <Field form={form} name="decidedBy" label={t('form.decidedBy')} hint={t('form.decidedByHint')} optional />
      <Button>{t('form.save')}</Button>
    </form>
  </Page>
)
