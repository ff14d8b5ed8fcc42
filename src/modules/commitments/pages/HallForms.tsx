import { Button, Choice, Disclosure, ErrorSummary, Field, Section, TextArea } from '#kernel/ui'
import { saidKinds } from '../rules/terms.ts'
import { FollowUpForms } from './FollowUpForms.tsx'
import type { CommitmentProps } from './props.ts'

/** What the town hall may add: a figure, or where it stands. */
export const HallForms = (props: CommitmentProps) => {
  const { t, commitment, reading, step } = props
  const path = `/engagements/${commitment.id}`
  const kinds = saidKinds.filter(kind => !commitment.ended || kind === 'progress')
  return (
    <Section title={t('hall.title')} id="mairie">
      {!commitment.ended && (
        <Disclosure summary={t('hall.reading')} open={isTyped(reading)} id="chiffre">
          <ErrorSummary form={reading} prefix="releve" />
          <p>{t(commitment.source === 'readings' ? 'hall.readingLead' : 'hall.readingAuto')}</p>
          <form method="post" action={`${path}/releves`} noValidate>
            <Field form={reading} name="value" label={t('hall.value')} type="number" unit={commitment.unit} prefix="releve" />
            <Field form={reading} name="on" label={t('hall.on')} type="date" prefix="releve" />
            <Field form={reading} name="source" label={t('hall.source')} hint={t('hall.sourceHint')} prefix="releve" />
            <Button>{t('hall.readingSend')}</Button>
          </form>
        </Disclosure>
      )}
      <Disclosure summary={t('hall.step')} open={isTyped(step)} id="etape">
        <ErrorSummary form={step} prefix="etape" />
        <form method="post" action={`${path}/etapes`} noValidate>
          <Choice
            form={step}
            name="kind"
            label={t('hall.kind')}
            prefix="etape"
            options={kinds.map(kind => ({ value: kind, label: t(`hall.kind.${kind}`) }))}
          />
          <TextArea form={step} name="note" label={t('hall.note')} hint={t('hall.noteHint')} rows={4} maxlength={4000} prefix="etape" />
          {!commitment.ended && (
            <Field form={step} name="dueOn" label={t('hall.dueOn')} hint={t('hall.dueOnHint')} type="date" optional prefix="etape" />
          )}
          <Button>{t('hall.stepSend')}</Button>
        </form>
      </Disclosure>
      <FollowUpForms {...props} />
    </Section>
  )
}

const isTyped = (form: { readonly errors: object }) => Object.keys(form.errors).length > 0
