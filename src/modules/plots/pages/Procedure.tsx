import { formatDate } from '#kernel/i18n'
import { Button, Choice, Disclosure, ErrorSummary, Section, TextArea, Thread, type ThreadEntry } from '#kernel/ui'
import type { Step } from '../queries/tenancies.ts'
import { mayObject } from '../rules/procedure.ts'
import type { TenancyProps } from './tenancyProps.ts'

/** Reminder, notice, release: each with its reason, its last day, what was objected and what was answered. */
export const Procedure = (props: TenancyProps) => {
  const { t, steps } = props
  if (steps.length === 0) return null
  return (
    <Section title={t('procedure.title')} id="suivi" lead={t('rules.steps')}>
      <Thread label={t('procedure.title')} entries={steps.flatMap(step => entriesOf(props, step))} />
    </Section>
  )
}

const entriesOf = (props: TenancyProps, step: Step): readonly ThreadEntry[] => {
  const { t, locale, names } = props
  const by = (person: string | null) => (person === null ? t('tenancy.gone') : (names.get(person) ?? t('tenancy.gone')))
  const { objection } = step
  const found: ThreadEntry[] = [
    {
      kind: 'act',
      at: step.issuedOn,
      id: `etape-${step.id}`,
      title: t(`letter.${step.kind}`),
      text: (
        <>
          <p>{step.reason}</p>
          <p>{t(step.endedOn === null ? 'procedure.due' : 'procedure.was', { date: formatDate(step.dueOn, locale) })}</p>
          <p class="soft">{by(step.by)}</p>
          <ObjectForm {...props} step={step} />
        </>
      ),
    },
  ]
  if (objection) {
    found.push({ kind: 'contribution', at: objection.at, title: t('procedure.objection'), text: objection.text })
    found.push(
      objection.answer === null
        ? { kind: 'decision', at: '', title: t('procedure.awaited'), text: <AnswerForm {...props} step={step} /> }
        : {
            kind: 'decision',
            at: objection.answeredAt ?? '',
            title: t(objection.accepted ? 'letter.upheld' : 'letter.dismissed'),
            text: (
              <>
                <p>{objection.answer}</p>
                <p class="soft">{by(objection.answeredBy)}</p>
              </>
            ),
          },
    )
  }
  if (step.endedOn !== null && step.endedBecause !== null)
    found.push({ kind: 'effect', at: step.endedOn, title: t(`procedure.ended.${step.endedBecause}`) })
  return found
}

const ObjectForm = ({ t, step, today, isHolder, forms }: TenancyProps & { step: Step }) => {
  const may = mayObject({ dueOn: step.dueOn, isOver: step.endedOn !== null, hasObjection: step.objection !== null, today })
  if (!isHolder || !may.ok) return null
  return (
    <Disclosure summary={t('procedure.object')} open={Object.keys(forms.objection.errors).length > 0}>
      <form method="post" action={`/jardins/etapes/${step.id}/contestation`} noValidate>
        <ErrorSummary form={forms.objection} />
        <TextArea
          form={forms.objection}
          name="text"
          prefix={`contestation-${step.id}`}
          label={t('procedure.objectText')}
          hint={t('procedure.objectHint')}
          rows={5}
          maxlength={2000}
        />
        <Button>{t('procedure.objectSend')}</Button>
      </form>
    </Disclosure>
  )
}

const AnswerForm = ({ t, step, runs, isHolder, forms }: TenancyProps & { step: Step }) =>
  !runs || isHolder || !step.objection ? (
    <p>{t('procedure.awaitedText')}</p>
  ) : (
    <form method="post" action={`/jardins/contestations/${step.objection.id}/reponse`} noValidate>
      <ErrorSummary form={forms.answer} />
      <Choice
        form={forms.answer}
        name="accepted"
        prefix={`reponse-${step.id}`}
        label={t('answer.decision')}
        options={[
          { value: 'yes', label: t('answer.yes') },
          { value: 'no', label: t('answer.no') },
        ]}
      />
      <TextArea form={forms.answer} name="answer" prefix={`reponse-${step.id}`} label={t('answer.text')} rows={5} maxlength={2000} />
      <Button>{t('answer.send')}</Button>
    </form>
  )
