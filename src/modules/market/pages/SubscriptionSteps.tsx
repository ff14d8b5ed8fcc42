import { formatDate } from '#kernel/i18n'
import { Button, Choice, Disclosure, ErrorSummary, Field, Section, TextArea, Thread, Verdict } from '#kernel/ui'
import type { Step } from '../queries/steps.ts'
import { wrong } from './parts.tsx'
import type { SubscriptionProps } from './subscriptionProps.ts'

/** What was said and decided about a fixed place, in order; each step says what may be answered. */
export const Steps = (props: SubscriptionProps) => {
  const { t, locale, steps, next, forms, runs, isMine, subscription, hearingDays } = props
  return (
    <Section title={t('step.title')} id="suivi" lead={t('step.lead', { n: hearingDays })}>
      {steps.length === 0 ? (
        <p>{t('step.none')}</p>
      ) : (
        <Thread
          entries={steps.map(step => ({
            kind: 'act',
            at: step.issuedOn,
            title: t(`step.${step.kind}`),
            href: `/marche/courriers/etapes/${step.id}`,
            text: <StepText props={props} step={step} />,
          }))}
        />
      )}
      {runs && !isMine && subscription.endedOn === null && (
        <>
          {!next.ok && next.because && next.because !== 'done' && (
            <Verdict is="missing" title={t(`step.${next.kind}`)}>
              {t(`step.because.${next.because}`)}
            </Verdict>
          )}
          {next.ok && (
            <Disclosure summary={t(`step.take.${next.kind}`)} open={wrong(forms.step)} id="etape">
              <form method="post" action={`/marche/abonnements/${subscription.id}/etapes`} noValidate>
                <ErrorSummary form={forms.step} />
                <TextArea
                  form={forms.step}
                  name="reason"
                  prefix="etape"
                  label={t('step.reason')}
                  hint={t('step.reasonHint')}
                  rows={4}
                  maxlength={2000}
                />
                {next.kind === 'hearing' && (
                  <Field
                    form={forms.step}
                    name="dueOn"
                    type="date"
                    label={t('step.hearingOn')}
                    hint={t('step.hearingHint', { n: hearingDays })}
                    optional
                  />
                )}
                <Button kind="danger">{t(`step.take.${next.kind}`)}</Button>
              </form>
            </Disclosure>
          )}
        </>
      )}
      {steps.some(step => step.liftedOn === null) && (
        <p class="soft">{t('step.until', { date: formatDate(steps.at(-1)?.dueOn ?? '', locale) })}</p>
      )}
    </Section>
  )
}
const StepText = ({ props, step }: { props: SubscriptionProps; step: Step }) => {
  const { t, locale, forms, runs, isMine } = props
  const path = `/marche/etapes/${step.id}`
  const isOpen = step.liftedOn === null
  return (
    <div>
      <p>{step.reason}</p>
      <p>{t(step.kind === 'hearing' ? 'step.hearingDay' : 'step.due', { date: formatDate(step.dueOn, locale) })}</p>
      {step.heardOn !== null && <p>{t('step.heard', { date: formatDate(step.heardOn, locale), said: step.heardSaid })}</p>}
      {!isOpen && <p>{t('step.lifted', { date: formatDate(step.liftedOn ?? '', locale), because: step.liftedBecause })}</p>}
      {step.appeal && (
        <>
          <p>{t('appeal.said', { text: step.appeal.text })}</p>
          <p>
            {step.appeal.answer === null
              ? t('appeal.awaits')
              : t(step.appeal.accepted ? 'appeal.accepted' : 'appeal.refused', { answer: step.appeal.answer })}
          </p>
        </>
      )}
      {isMine && isOpen && !step.appeal && (
        <Disclosure summary={t('appeal.add')} open={wrong(forms.appeal)}>
          <form method="post" action={`${path}/recours`} noValidate>
            <ErrorSummary form={forms.appeal} />
            <TextArea form={forms.appeal} name="text" prefix={`recours-${step.id}`} label={t('appeal.text')} rows={4} maxlength={2000} />
            <Button>{t('appeal.send')}</Button>
          </form>
        </Disclosure>
      )}
      {runs && !isMine && isOpen && (
        <>
          {step.appeal && step.appeal.answer === null && (
            <Disclosure summary={t('appeal.answer')} open={wrong(forms.answer)}>
              <form method="post" action={`${path}/reponse`} noValidate>
                <ErrorSummary form={forms.answer} />
                <Choice
                  form={forms.answer}
                  name="accepted"
                  prefix={`reponse-${step.id}`}
                  label={t('appeal.verdict')}
                  options={(['yes', 'no'] as const).map(value => ({ value, label: t(`appeal.${value}`) }))}
                />
                <TextArea
                  form={forms.answer}
                  name="answer"
                  prefix={`reponse-${step.id}`}
                  label={t('appeal.reasons')}
                  rows={3}
                  maxlength={2000}
                />
                <Button>{t('appeal.answerSend')}</Button>
              </form>
            </Disclosure>
          )}
          {step.kind === 'hearing' && step.heardOn === null && (
            <Disclosure summary={t('step.hear')} open={wrong(forms.heard)}>
              <form method="post" action={`${path}/audition`} noValidate>
                <ErrorSummary form={forms.heard} />
                <TextArea
                  form={forms.heard}
                  name="said"
                  prefix={`audition-${step.id}`}
                  label={t('step.said')}
                  hint={t('step.saidHint')}
                  rows={4}
                  maxlength={3000}
                />
                <Button>{t('step.hearSend')}</Button>
              </form>
            </Disclosure>
          )}
          <Disclosure summary={t('step.lift')} open={wrong(forms.lifting)}>
            <form method="post" action={`${path}/levee`} noValidate>
              <ErrorSummary form={forms.lifting} />
              <Field form={forms.lifting} name="reason" prefix={`levee-${step.id}`} label={t('step.liftReason')} />
              <Button kind="secondary">{t('step.liftSend')}</Button>
            </form>
          </Disclosure>
        </>
      )}
    </div>
  )
}
