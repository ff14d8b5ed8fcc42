import { Button, Choice, Disclosure, ErrorSummary, Field, Section, TextArea, Verdict } from '#kernel/ui'
import { hallSteps as everyHallStep } from '../forms.ts'
import { petitionUrl } from '../petition.ts'
import type { PetitionProps } from './petitionProps.ts'

/** What its author may do with it, and what the town hall owes it. */
export const PetitionForms = (props: PetitionProps) => (
  <>
    {props.isAuthor && (props.shown.state === 'open' || props.shown.state === 'closed') && <AuthorForms {...props} />}
    {props.isTownHall && props.hallSteps.length > 0 && <HallForm {...props} />}
  </>
)

const AuthorForms = ({ t, shown, withdrawal }: PetitionProps) => {
  const { petition, signatures, threshold } = shown
  const isReached = threshold !== null && signatures >= threshold
  return (
    <Section title={t('author.title')} id="auteur">
      {isReached ? (
        <form method="post" action={`${petitionUrl(petition.id)}/remise`}>
          <p>{t('author.submitLead')}</p>
          <Button>{t('author.submit')}</Button>
        </form>
      ) : (
        <Verdict is="missing">{t('author.notYet')}</Verdict>
      )}
      <Disclosure summary={t('author.withdraw')} open={Object.keys(withdrawal.errors).length > 0}>
        <ErrorSummary form={withdrawal} prefix="retrait" />
        <form method="post" action={`${petitionUrl(petition.id)}/retrait`} noValidate>
          <TextArea form={withdrawal} name="note" label={t('author.reason')} rows={3} maxlength={2000} prefix="retrait" />
          <Button kind="secondary">{t('author.withdraw')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}

const HallForm = ({ t, shown: { petition }, hallSteps, step }: PetitionProps) => (
  <Section title={t('hall.title')} id="mairie">
    <Actions t={t} id={petition.id} />
    <ErrorSummary form={step} prefix="suite" />
    <form method="post" action={`${petitionUrl(petition.id)}/suites`} noValidate>
      <Choice
        form={step}
        name="kind"
        label={t('hall.kind')}
        prefix="suite"
        options={everyHallStep.filter(kind => hallSteps.includes(kind)).map(kind => ({ value: kind, label: t(`hall.${kind}`) }))}
      />
      <Field form={step} name="on" label={t('hall.on')} type="date" prefix="suite" />
      {hallSteps.includes('checked') && (
        <Field
          form={step}
          name="valid"
          label={t('hall.valid')}
          hint={t('hall.validHint')}
          type="number"
          width="short"
          optional
          prefix="suite"
        />
      )}
      {hallSteps.includes('answered') && (
        <Choice
          form={step}
          name="outcome"
          label={t('hall.outcome')}
          optional
          prefix="suite"
          options={[
            { value: 'accepted', label: t('story.answered.accepted') },
            { value: 'refused', label: t('story.answered.refused') },
          ]}
        />
      )}
      <TextArea
        form={step}
        name="note"
        label={t('hall.note')}
        hint={t('hall.noteHint')}
        rows={4}
        maxlength={4000}
        optional
        prefix="suite"
      />
      <Field form={step} name="url" label={t('hall.url')} optional prefix="suite" width="medium" />
      <Button>{t('hall.send')}</Button>
    </form>
  </Section>
)

const Actions = ({ t, id }: { t: PetitionProps['t']; id: string }) => (
  <p>
    <a href={`${petitionUrl(id)}/signataires`}>{t('signatories.link')}</a>
  </p>
)
