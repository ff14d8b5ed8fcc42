import { Button, Choice, Disclosure, ErrorSummary, Field, Section, Select, TextArea } from '#kernel/ui'
import { effects, type StepName, stepsFrom } from '../rules/life.ts'
import { linePath } from '../rules/sitePath.ts'
import type { LineProps } from './lineProps.ts'

const hasErrors = (form: { errors: object }) => Object.keys(form.errors).length > 0

/** What the agent in charge writes: the life of the line, or that it says the same as another. And the author, to take it back. */
export const Conduct = (props: LineProps) => {
  const { t, line, isAgent, mayWithdraw } = props
  if (line.into !== null || (!isAgent && !mayWithdraw)) return null
  return (
    <Section title={isAgent ? t('step.title') : t('line.withdraw')} id="conduite">
      {isAgent && stepsFrom(line.state).map(step => <Step key={step} {...props} step={step} />)}
      {isAgent && props.others.length > 0 && <Grouping {...props} />}
      {!isAgent && <Withdrawal {...props} />}
    </Section>
  )
}

const Step = ({ t, line, today, forms, step }: LineProps & { step: StepName }) => {
  if (step === 'became') return null
  const isThis = [forms.step.values['step'] ?? ''].flat()[0] === step
  const form = isThis ? forms.step : { values: { on: today }, errors: {} as typeof forms.step.errors }
  const prefix = `etape-${step}`
  return (
    <Disclosure summary={t(`step.${step}`)} open={isThis && hasErrors(forms.step)} id={prefix}>
      <ErrorSummary form={form} prefix={prefix} />
      <form method="post" action={`${linePath(line.id)}/etapes`} noValidate>
        <input type="hidden" name="step" value={step} />
        <TextArea form={form} name="reason" label={t(`step.reason.${step}`)} rows={3} prefix={prefix} />
        {step === 'checked' && (
          <>
            <TextArea form={form} name="before" label={t('step.before')} hint={t('step.beforeHint')} rows={2} prefix={prefix} />
            <TextArea form={form} name="after" label={t('step.after')} rows={2} prefix={prefix} />
            <Choice
              form={form}
              name="effect"
              label={t('step.effect')}
              prefix={prefix}
              options={effects.map(effect => ({ value: effect, label: t(`effect.${effect}`) }))}
            />
          </>
        )}
        <Field form={form} name="on" type="date" label={t('step.on')} prefix={prefix} />
        <Button>{t('step.send')}</Button>
      </form>
    </Disclosure>
  )
}

const Grouping = ({ t, line, others, forms }: LineProps) => (
  <Disclosure summary={t('group.title')} open={hasErrors(forms.grouping)} id="regrouper">
    <p>{t('group.lead')}</p>
    <ErrorSummary form={forms.grouping} prefix="regrouper" />
    <form method="post" action={`${linePath(line.id)}/regroupement`} noValidate>
      <Select
        form={forms.grouping}
        name="into"
        label={t('group.into')}
        prefix="regrouper"
        options={others.map(({ id, what }) => ({ value: id, label: what.slice(0, 90).toWellFormed() }))}
      />
      <TextArea form={forms.grouping} name="reason" label={t('group.reason')} rows={2} prefix="regrouper" />
      <Button kind="secondary">{t('group.send')}</Button>
    </form>
  </Disclosure>
)

const Withdrawal = ({ t, line, forms }: LineProps) => (
  <Disclosure summary={t('line.withdraw')} open={hasErrors(forms.withdrawal)}>
    <p>{t('line.withdrawLead')}</p>
    <ErrorSummary form={forms.withdrawal} prefix="retrait" />
    <form method="post" action={`${linePath(line.id)}/retrait`} noValidate>
      <TextArea form={forms.withdrawal} name="reason" label={t('group.reason')} rows={2} prefix="retrait" />
      <Button kind="danger">{t('line.withdraw')}</Button>
    </form>
  </Disclosure>
)
