import type { z } from 'zod'
import { emptyForm, type Form } from '#kernel/forms'
import { Button, Checkbox, Disclosure, Field, Select } from '#kernel/ui'
import { GivenSeat } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { committeeUrl } from '../committee.ts'
import type { Seat } from '../queries/seats.ts'
import type { SeatsView } from './views.ts'

/** Writes down who takes a seat, and what proves it: an act, an election, a draw. */
export const GiveSeat = ({
  t,
  view,
  seat,
  isHeld,
  form = emptyForm(GivenSeat, { since: view.today, substitute: isHeld ? 'oui' : '' }),
}: {
  t: T
  view: SeatsView
  seat: Seat
  isHeld: boolean
  form?: Form<z.output<typeof GivenSeat>>
}) => {
  const prefix = `siege-${seat.id}`
  const known =
    seat.college === 'elected'
      ? view.elected.map(one => ({ value: one.id, label: one.title ? `${one.name}, ${one.title}` : one.name }))
      : seat.college === 'agents'
        ? view.agents.map(one => ({ value: one.id, label: one.title ? `${one.name}, ${one.title}` : one.name }))
        : view.candidacies.map(one => ({ value: one.personId, label: one.name }))
  return (
    <Disclosure summary={t('seats.give')} open={Object.keys(form.errors).length > 0}>
      <form method="post" action={committeeUrl(view.committee.id, `/sieges/${seat.id}/mandat`)} noValidate>
        {known.length > 0 && (
          <Select form={form} name="known" label={t('seats.known')} hint={t('seats.knownHint')} options={known} prefix={prefix} optional />
        )}
        <Field
          form={form}
          name="person"
          label={t('seats.person')}
          hint={t('seats.personHint')}
          prefix={prefix}
          optional={known.length > 0}
        />
        <Checkbox form={form} name="substitute" label={t('seats.asSubstitute')} hint={t('seats.asSubstituteHint')} prefix={prefix} />
        <Field form={form} name="since" type="date" label={t('seats.since')} prefix={prefix} />
        <Field form={form} name="until" type="date" label={t('seats.until')} hint={t('seats.untilHint')} prefix={prefix} optional />
        <Field
          form={form}
          name="record"
          label={t(`seats.record.${seat.designation}`)}
          hint={t(seat.designation === 'drawn' ? 'seats.recordHint.drawn' : 'seats.recordHint')}
          prefix={prefix}
        />
        <Field form={form} name="recordUrl" label={t('seats.recordUrl')} hint={t('form.actUrlHint')} prefix={prefix} optional />
        <Button label={t('seats.giveOne', { seat: seat.label })}>{t('seats.submit')}</Button>
      </form>
    </Disclosure>
  )
}
