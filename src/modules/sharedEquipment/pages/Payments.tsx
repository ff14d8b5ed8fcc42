import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, formatMoney } from '#kernel/i18n'
import { Button, Disclosure, ErrorSummary, Field, Select, Table, TextArea } from '#kernel/ui'
import { PaymentForm, Reason } from '../forms.ts'
import type { Payment } from '../queries/payments.ts'
import { home, yearPath } from '../where.ts'
import { nameOf } from './parts.tsx'
import type { YearProps } from './yearProps.ts'

/** What arrived: noted by the commune that received it, and by nobody else. */
export const Payments = (props: YearProps) => {
  const { t, locale, names, payments, body, runs, undoing } = props
  const undone = new Set(payments.flatMap(one => one.reverses ?? []))
  const isMine = (one: Payment) => runs && one.receiver === body.id && one.reverses === null && !undone.has(one.id)
  return (
    <>
      <h3>{t('year.payments')}</h3>
      {payments.length === 0 ? (
        <p>{t('year.noPayment')}</p>
      ) : (
        <Table
          caption={t('year.payments')}
          hideCaption
          head={[t('year.receivedOn'), t('year.transfers'), t('year.amount'), t('year.reference')]}
          numeric={[2]}
          rows={payments.map(one => [
            formatDate(one.on, locale),
            t('year.transfer', { from: nameOf(names, one.payer), to: nameOf(names, one.receiver) }),
            formatMoney(one.cents, locale),
            <>
              {one.reference}
              {isMine(one) && <Undo t={t} line={one} form={undoing?.payment === one.id ? undoing.form : emptyForm(Reason)} />}
            </>,
          ])}
        />
      )}
      <NotePayment {...props} />
    </>
  )
}

const Undo = ({ t, line, form }: Pick<YearProps, 't'> & { readonly line: Payment; readonly form: Form<Reason> }) => {
  const prefix = `versement-${line.id}`
  return (
    <Disclosure summary={t('year.undoPayment')} open={Object.keys(form.errors).length > 0}>
      <form method="post" action={`${home}/versements/${line.id}/annulation`} noValidate>
        <ErrorSummary form={form} prefix={prefix} />
        <TextArea form={form} name="reason" label={t('year.undoReason')} rows={2} prefix={prefix} />
        <Button kind="secondary">{t('year.undoPayment')}</Button>
      </form>
    </Disclosure>
  )
}

const NotePayment = ({ t, agreement, year, convention, body, runs, today, payment = emptyForm(PaymentForm, { on: today }) }: YearProps) => {
  const others = convention?.terms.members.filter(one => one.body !== body.id) ?? []
  if (!runs || !convention || others.length === convention.terms.members.length) return null
  return (
    <Disclosure summary={t('year.notePayment')} open={Object.keys(payment.errors).length > 0}>
      <form method="post" action={`${yearPath(agreement.id, year)}/versements`} noValidate>
        <ErrorSummary form={payment} prefix="versement" />
        <Select
          form={payment}
          name="payer"
          label={t('year.payer')}
          prefix="versement"
          options={others.map(one => ({ value: String(one.body), label: one.name }))}
        />
        <Field form={payment} name="amount" label={t('year.amount')} width="short" unit="€" prefix="versement" />
        <Field form={payment} name="on" type="date" label={t('year.receivedOn')} prefix="versement" />
        <Field form={payment} name="reference" label={t('year.reference')} hint={t('year.referenceHint')} prefix="versement" />
        <Button kind="secondary">{t('year.notePayment')}</Button>
      </form>
    </Disclosure>
  )
}
