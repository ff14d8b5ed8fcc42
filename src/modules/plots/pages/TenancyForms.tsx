import { sayStep } from '#engines/booking'
import { formatDate, formatMoney } from '#kernel/i18n'
import { Button, Checkbox, Choice, Disclosure, ErrorSummary, Field, Section, TextArea, Verdict } from '#kernel/ui'
import { visitStates } from '../rules/terms.ts'
import { AgreementText } from './RulesPages.tsx'
import type { TenancyProps } from './tenancyProps.ts'

const wrong = (form: { readonly errors: object }) => Object.keys(form.errors).length > 0

/** The agreement to read, what it will cost and how it is computed, and two answers. */
export const SignForm = (props: TenancyProps) => {
  const { t, locale, tenancy, quote, deposit, forms } = props
  const path = `/jardins/attributions/${tenancy.id}`
  return (
    <Section title={t('agreement.title')} id="signer">
      <AgreementText {...props} />
      <h3>{t('sign.cost')}</h3>
      <p>{t('sign.costText', { amount: formatMoney(quote.cents, locale), deposit: formatMoney(deposit, locale) })}</p>
      <ul>
        {quote.steps.map((step, at) => (
          <li key={at}>{sayStep(step, locale)}</li>
        ))}
      </ul>
      <form method="post" action={`${path}/signature`} noValidate>
        <ErrorSummary form={forms.signature} />
        <Field
          form={forms.signature}
          name="quotient"
          label={t('sign.quotient')}
          hint={t('sign.quotientHint')}
          optional
          inputmode="decimal"
          width="short"
          unit="€"
        />
        <Checkbox form={forms.signature} name="showsName" label={t('sign.showsName')} hint={t('sign.showsNameHint')} />
        <Checkbox form={forms.signature} name="read" label={t('sign.read')} />
        <Button>{t('sign.send')}</Button>
      </form>
      <form method="post" action={`${path}/refus`}>
        <p>{t('sign.declineText')}</p>
        <Button kind="secondary">{t('sign.decline')}</Button>
      </form>
    </Section>
  )
}

export const RenewalForm = ({ t, locale, tenancy, openRound, forms }: TenancyProps) => {
  if (openRound === null || tenancy.until >= openRound.seasonTo) return null
  return (
    <Section title={t('renew.title')} id="garder" lead={t('renew.lead', { date: formatDate(openRound.closesOn, locale) })}>
      <form method="post" action={`/jardins/attributions/${tenancy.id}/renouvellement`} noValidate>
        <ErrorSummary form={forms.renewal} />
        <Field
          form={forms.renewal}
          name="quotient"
          prefix="garder"
          label={t('sign.quotient')}
          hint={t('sign.quotientHint')}
          optional
          inputmode="decimal"
          width="short"
          unit="€"
        />
        <Button>{t('renew.send')}</Button>
      </form>
    </Section>
  )
}

export const VisitForm = ({ t, tenancy, forms }: TenancyProps) => (
  <Disclosure summary={t('visit.add')} open={wrong(forms.visit)} id="nouvelle-visite">
    <form method="post" action={`/jardins/attributions/${tenancy.id}/visites`} enctype="multipart/form-data" noValidate>
      <ErrorSummary form={forms.visit} />
      <Choice
        form={forms.visit}
        name="state"
        label={t('visit.state')}
        options={visitStates.map(value => ({ value, label: t(`visit.${value}`) }))}
      />
      <TextArea form={forms.visit} name="note" label={t('visit.note')} hint={t('visit.noteHint')} optional rows={3} maxlength={1000} />
      <div class="control">
        <label class="control__label" for="visite-photo">
          {t('visit.photo')}
        </label>
        <input class="input input--full" id="visite-photo" name="photo" type="file" accept="image/*" />
      </div>
      <Field form={forms.visit} name="caption" label={t('visit.caption')} hint={t('visit.captionHint')} optional />
      <Button>{t('visit.send')}</Button>
    </form>
  </Disclosure>
)

/** The next step when it may be taken; when it may not, why. */
export const StepForm = ({ t, tenancy, next, forms }: TenancyProps) => {
  if (next.kind === null) return null
  if (next.because !== null)
    return next.because === 'not-neglected' || next.because === 'no-visit' ? null : (
      <Verdict is="missing" title={t(`step.next.${next.kind}`)}>
        {t(`step.because.${next.because}`)}
      </Verdict>
    )
  return (
    <Disclosure summary={t(`step.next.${next.kind}`)} open={wrong(forms.step)} id="etape">
      <form method="post" action={`/jardins/attributions/${tenancy.id}/etapes`} noValidate>
        <ErrorSummary form={forms.step} />
        <TextArea form={forms.step} name="reason" label={t('step.reason')} hint={t('step.reasonHint')} rows={4} maxlength={2000} />
        <Button kind="danger">{t(`step.send.${next.kind}`)}</Button>
      </form>
    </Disclosure>
  )
}

export const PaymentForm = ({ t, tenancy, forms }: TenancyProps) => (
  <Disclosure summary={t('payment.add')} open={wrong(forms.payment)}>
    <form method="post" action={`/jardins/attributions/${tenancy.id}/paiements`} noValidate>
      <ErrorSummary form={forms.payment} />
      <Choice
        form={forms.payment}
        name="kind"
        label={t('payment.kind')}
        options={(['fee-paid', 'deposit-paid'] as const).map(value => ({ value, label: t(`entry.${value}`, { season: '' }) }))}
      />
      <Field form={forms.payment} name="euros" label={t('account.amount')} inputmode="decimal" width="short" unit="€" />
      <Field form={forms.payment} name="note" prefix="paiement" label={t('payment.note')} hint={t('payment.noteHint')} optional />
      <Button>{t('payment.send')}</Button>
    </form>
  </Disclosure>
)

/** The holder says when they leave; whoever runs the garden sees the place with them. */
export const LeaveForms = ({ t, tenancy, forms, isHolder, runs }: TenancyProps) => (
  <Section title={t('leave.title')} id="rendre">
    {isHolder && tenancy.endedOn === null && (
      <form method="post" action={`/jardins/attributions/${tenancy.id}/depart`} noValidate>
        <ErrorSummary form={forms.leaving} />
        <Field form={forms.leaving} name="on" prefix="depart" label={t('leave.on')} type="date" hint={t('leave.hint')} />
        <Button kind="secondary">{t('leave.send')}</Button>
      </form>
    )}
    {runs && !isHolder && (
      <Disclosure summary={t('giveBack.title')} open={wrong(forms.givingBack)}>
        <form method="post" action={`/jardins/attributions/${tenancy.id}/restitution`} noValidate>
          <ErrorSummary form={forms.givingBack} />
          <TextArea
            form={forms.givingBack}
            name="note"
            prefix="restitution"
            label={t('giveBack.note')}
            hint={t('giveBack.hint')}
            rows={3}
            maxlength={1000}
          />
          <Field
            form={forms.givingBack}
            name="kept"
            label={t('giveBack.kept')}
            hint={t('giveBack.keptHint')}
            inputmode="decimal"
            width="short"
            unit="€"
          />
          <Button kind="danger">{t('giveBack.send')}</Button>
        </form>
      </Disclosure>
    )}
  </Section>
)
