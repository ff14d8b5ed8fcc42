import { Button, Checkbox, Choice, ErrorSummary, Field, Select } from '#kernel/ui'
import { askedFor } from '../rules/priority.ts'
import { itemPath } from '../where.ts'
import type { ItemProps } from './itemProps.ts'

/** Asking for a thing in the name of a commune, a school or an association; or why one may not. */
export const AskForm = (props: ItemProps) => {
  const { t, item, asks, form } = props
  if (asks === 'sign-in')
    return (
      <p>
        <a href={`/connexion?suite=${encodeURIComponent(itemPath(item.id))}`}>{t('ask.sign')}</a>
      </p>
    )
  if (asks === 'not-member') return <p>{t('ask.notMember')}</p>
  if (asks === 'nobody') return <p>{t('ask.who')}</p>
  return (
    <form method="post" action={itemPath(item.id)} noValidate>
      <ErrorSummary form={form} />
      {asks === 'association' ? (
        <>
          <p>{t('ask.onlyAssociation')}</p>
          <input type="hidden" name="askedFor" value="association" />
        </>
      ) : (
        <Choice form={form} name="askedFor" label={t('ask.for')} options={askedFor.map(value => ({ value, label: t(`asked.${value}`) }))} />
      )}
      <Field form={form} name="borrower" label={t('ask.borrower')} hint={t('ask.borrowerHint')} />
      <Field form={form} name="from" type="date" label={t('ask.from')} />
      <Field form={form} name="fromHour" label={t('ask.fromHour')} hint={t('ask.hourHint')} width="short" />
      <Field form={form} name="to" type="date" label={t('ask.to')} />
      <Field form={form} name="toHour" label={t('ask.toHour')} width="short" />
      <Field form={form} name="purpose" label={t('ask.purpose')} />
      <Field form={form} name="usedAt" label={t('ask.usedAt')} />
      <Select
        form={form}
        name="delivery"
        label={t('ask.delivery')}
        options={(['fetched', 'delivered'] as const).map(value => ({ value, label: t(`delivery.${value}`) }))}
      />
      {item.needsDriver && <Field form={form} name="driver" label={t('ask.driver')} hint={t('ask.driverHint')} />}
      <Checkbox form={form} name="isInsured" label={t('ask.insured')} />
      <Checkbox form={form} name="waits" label={t('ask.waits')} />
      <Button>{t('ask.send')}</Button>
    </form>
  )
}
