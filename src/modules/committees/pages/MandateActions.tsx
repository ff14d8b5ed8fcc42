import { emptyForm } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, Disclosure, Field, Select } from '#kernel/ui'
import { EndedMandate, GivenRole, RenewedMandate } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { committeeUrl } from '../committee.ts'
import type { Mandate } from '../queries/seats.ts'
import type { SeatsView } from './views.ts'

/** A mandate under way: its days, the role it gives, and how it goes on or ends. */
export const MandateActions = ({ t, locale, view, mandate }: { t: T; locale: Locale; view: SeatsView; mandate: Mandate }) => {
  const url = committeeUrl(view.committee.id, `/mandats/${mandate.id}`)
  const name = mandate.name || t('someone')
  const prefix = `mandat-${mandate.id}`
  const role = view.roles.get(mandate.personId)
  return (
    <>
      <p>
        {mandate.substitute ? t('committee.substitute', { name }) : <strong>{name}</strong>}
        {role && role !== 'member' && <>, {t(`role.${role}`)}</>} ·{' '}
        {mandate.until
          ? t('committee.fromTo', { since: formatDate(mandate.since, locale), until: formatDate(mandate.until, locale) })
          : `${t('committee.from', { day: formatDate(mandate.since, locale) })}, ${t('committee.noEnd')}`}
      </p>
      {!mandate.substitute && role && (
        <Disclosure summary={t('seats.roleOne', { name })}>
          <form method="post" action={`${url}/role`}>
            <Select
              form={emptyForm(GivenRole, { role })}
              name="role"
              label={t('seats.role')}
              options={(['chair', 'secretary', 'member'] as const).map(one => ({ value: one, label: t(`role.${one}`) }))}
              prefix={prefix}
            />
            <Button small kind="secondary">
              {t('seats.roleKeep')}
            </Button>
          </form>
        </Disclosure>
      )}
      {mandate.substitute && (
        <form method="post" action={`${url}/appel`}>
          <p>{t('seats.callText')}</p>
          <Button small kind="secondary" label={t('seats.callOne', { name })}>
            {t('seats.call')}
          </Button>
        </form>
      )}
      {mandate.until && (
        <Disclosure summary={t('seats.renewOne', { name })}>
          <form method="post" action={`${url}/renouvellement`} noValidate>
            <p>{t('seats.renewText')}</p>
            <Field
              form={emptyForm(RenewedMandate)}
              name="until"
              type="date"
              label={t('seats.until')}
              hint={t('seats.untilHint')}
              prefix={`${prefix}-suite`}
              optional
            />
            <Field form={emptyForm(RenewedMandate)} name="record" label={t('seats.record.appointed')} prefix={`${prefix}-suite`} />
            <Button small>{t('seats.renew')}</Button>
          </form>
        </Disclosure>
      )}
      <Disclosure summary={t('seats.endOne', { name })}>
        <form method="post" action={`${url}/fin`} noValidate>
          <Field
            form={emptyForm(EndedMandate, { on: view.today })}
            name="on"
            type="date"
            label={t('seats.endOn')}
            prefix={`${prefix}-fin`}
          />
          <Field
            form={emptyForm(EndedMandate)}
            name="reason"
            label={t('seats.endReason')}
            hint={t('seats.endReasonHint')}
            prefix={`${prefix}-fin`}
          />
          <Button small kind="danger">
            {t('seats.end')}
          </Button>
        </form>
      </Disclosure>
    </>
  )
}
