import { Button, Choice, Disclosure, ErrorSummary, Field, Select, TextArea } from '#kernel/ui'
import { milestoneKinds } from '../rules/milestones.ts'
import { moneyKinds } from '../rules/money.ts'
import { agendas, clauseKinds } from '../rules/reviewClause.ts'
import { sayClause } from '../saying.ts'
import type { CommitmentProps } from './props.ts'

/** What the town hall writes between the promise and its end. */
export const FollowUpForms = (props: CommitmentProps) => (
  <>
    {!props.commitment.ended && <MilestoneForm {...props} />}
    {props.commitment.milestones.some(({ ended }) => ended === null) && <MilestoneStepForm {...props} />}
    <MoneyForm {...props} />
    {!props.commitment.ended && <ClauseForm {...props} />}
    {props.commitment.clauses.some(({ called }) => called === null) && <CallForm {...props} />}
  </>
)

const MilestoneForm = ({ t, commitment, milestone }: CommitmentProps) => (
  <Disclosure summary={t('hall.milestone')} open={isTyped(milestone)} id="nouveau-jalon">
    <ErrorSummary form={milestone} prefix="jalon" />
    <form method="post" action={`/engagements/${commitment.id}/jalons`} noValidate>
      <Field form={milestone} name="title" label={t('milestones.step')} hint={t('hall.milestoneHint')} prefix="jalon" />
      <Field form={milestone} name="dueOn" label={t('milestones.day')} type="date" prefix="jalon" />
      <Button>{t('hall.milestoneSend')}</Button>
    </form>
  </Disclosure>
)

const MilestoneStepForm = ({ t, commitment, milestoneStep }: CommitmentProps) => (
  <Disclosure summary={t('hall.milestoneStep')} open={isTyped(milestoneStep)} id="etape-jalon">
    <ErrorSummary form={milestoneStep} prefix="etape-jalon" />
    <form method="post" action={`/engagements/${commitment.id}/jalons/etapes`} noValidate>
      <Select
        form={milestoneStep}
        name="milestone"
        label={t('milestones.step')}
        prefix="etape-jalon"
        options={commitment.milestones.filter(({ ended }) => ended === null).map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Choice
        form={milestoneStep}
        name="kind"
        label={t('hall.kind')}
        prefix="etape-jalon"
        options={milestoneKinds.map(kind => ({ value: kind, label: t(`hall.milestone.${kind}`) }))}
      />
      <TextArea
        form={milestoneStep}
        name="note"
        label={t('hall.note')}
        hint={t('hall.noteHint')}
        rows={3}
        maxlength={4000}
        optional
        prefix="etape-jalon"
      />
      <Field
        form={milestoneStep}
        name="dueOn"
        label={t('hall.dueOn')}
        hint={t('hall.dueOnHint')}
        type="date"
        optional
        prefix="etape-jalon"
      />
      <Button>{t('hall.stepSend')}</Button>
    </form>
  </Disclosure>
)

const MoneyForm = ({ t, commitment, money }: CommitmentProps) => (
  <Disclosure summary={t('hall.money')} open={isTyped(money)} id="nouvelle-ligne">
    <ErrorSummary form={money} prefix="argent" />
    <form method="post" action={`/engagements/${commitment.id}/argent`} noValidate>
      <Choice
        form={money}
        name="kind"
        label={t('money.kind')}
        prefix="argent"
        options={moneyKinds.map(kind => ({ value: kind, label: t(`hall.money.${kind}`) }))}
      />
      <Field form={money} name="cents" label={t('money.amount')} hint={t('hall.moneyHint')} type="number" unit="€" prefix="argent" />
      <Field form={money} name="on" label={t('money.day')} type="date" prefix="argent" />
      <Field form={money} name="label" label={t('money.label')} hint={t('hall.labelHint')} prefix="argent" />
      <Field form={money} name="source" label={t('page.source')} hint={t('hall.moneySourceHint')} prefix="argent" />
      <Field form={money} name="url" label={t('hall.url')} optional prefix="argent" width="medium" />
      <Button>{t('hall.moneySend')}</Button>
    </form>
  </Disclosure>
)

const ClauseForm = ({ t, commitment, clause }: CommitmentProps) => (
  <Disclosure summary={t('hall.clause')} open={isTyped(clause)} id="nouvelle-clause">
    <ErrorSummary form={clause} prefix="clause" />
    <form method="post" action={`/engagements/${commitment.id}/revoyure`} noValidate>
      <Choice
        form={clause}
        name="kind"
        label={t('hall.clauseKind')}
        prefix="clause"
        options={clauseKinds.map(kind => ({ value: kind, label: t(`hall.clause.${kind}`) }))}
      />
      <Field form={clause} name="on" label={t('hall.clauseOn')} type="date" optional prefix="clause" />
      <Field form={clause} name="amount" label={t('hall.clauseAmount')} type="number" optional prefix="clause" />
      <TextArea form={clause} name="condition" label={t('hall.clauseCondition')} rows={2} maxlength={1000} optional prefix="clause" />
      <Choice
        form={clause}
        name="agenda"
        label={t('hall.clauseAgenda')}
        prefix="clause"
        options={agendas.map(agenda => ({ value: agenda, label: t(`agenda.${agenda}`) }))}
      />
      <Button>{t('hall.clauseSend')}</Button>
    </form>
  </Disclosure>
)

const CallForm = ({ t, locale, commitment, call }: CommitmentProps) => (
  <Disclosure summary={t('hall.call')} open={isTyped(call)} id="retour">
    <ErrorSummary form={call} prefix="retour" />
    <form method="post" action={`/engagements/${commitment.id}/revoyure/retour`} noValidate>
      <Select
        form={call}
        name="clause"
        label={t('clause.title')}
        prefix="retour"
        options={commitment.clauses
          .filter(({ called }) => called === null)
          .map(one => ({ value: one.id, label: sayClause(t, one, locale) }))}
      />
      <TextArea form={call} name="note" label={t('hall.callNote')} hint={t('hall.noteHint')} rows={3} maxlength={2000} prefix="retour" />
      <Button>{t('hall.callSend')}</Button>
    </form>
  </Disclosure>
)

const isTyped = (form: { readonly errors: object }) => Object.keys(form.errors).length > 0
