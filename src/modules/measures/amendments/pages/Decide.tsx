import { Actions, Button, Choice, ErrorSummary, Notice, Section, TextArea } from '#kernel/ui'
import type { AmendmentProps } from './amendmentProps.ts'

/** For the working group: accept, refuse, or go and merge, always with a reason. */
export const Decide = ({
  t,
  measure,
  amendment,
  hasConflict,
  decision: { form, neighbours },
}: AmendmentProps & { decision: NonNullable<AmendmentProps['decision']> }) => {
  const accept = { value: 'accept', label: t('decide.accept'), hint: t('decide.acceptHint') }
  const refuse = { value: 'refuse', label: t('decide.refuse') }
  return (
    <Section title={t('decide.title')} id="decider">
      <ErrorSummary form={form} />
      {hasConflict && <Notice kind="warning">{t('decide.mustMerge')}</Notice>}
      <form method="post" action={`/mesures/${measure.id}/amendements/${amendment.id}/decision`} noValidate>
        <Choice form={form} name="outcome" label={t('decide.outcome')} options={hasConflict ? [refuse] : [accept, refuse]} />
        <TextArea form={form} name="reason" label={t('decide.reason')} hint={t('decide.reasonHint')} rows={4} />
        <Button>{t('decide.submit')}</Button>
      </form>
      <h3>{t('decide.merge')}</h3>
      <p>{t('decide.mergeLead')}</p>
      <form method="get" action={`/mesures/${measure.id}/fusion`}>
        <input type="hidden" name="amendement" value={amendment.id} />
        {neighbours.length > 0 && (
          <fieldset class="control">
            <legend class="control__label">{t('decide.with')}</legend>
            {neighbours.map(({ id, author }) => (
              <div class="box" key={id}>
                <input class="box__input" type="checkbox" id={`avec-${id}`} name="amendement" value={id} />
                <label class="box__label" for={`avec-${id}`}>
                  {t('amendment.title', { id })}
                  {author ? ` (${author})` : ''}
                </label>
              </div>
            ))}
          </fieldset>
        )}
        <Actions>
          <Button kind="secondary">{t('decide.merge')}</Button>
        </Actions>
      </form>
    </Section>
  )
}
