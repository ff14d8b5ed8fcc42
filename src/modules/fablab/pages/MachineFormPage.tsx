import { emptyForm, type Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Field, Page, Section, TextArea } from '#kernel/ui'
import { type MachineForm, Retirement } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Machine } from '../queries/machines.ts'

interface Props {
  readonly t: T
  /** Null: a new one. */
  readonly machine: Machine | null
  readonly form: Form<MachineForm>
  readonly retirement?: Form<Retirement>
  /** How many bookings are still to come. */
  readonly coming: number
}

/** A machine that is installed, described again, or taken away. */
export const MachineFormPage = ({ t, machine, form, coming, retirement = emptyForm(Retirement) }: Props) => (
  <Page
    title={machine === null ? t('set.addMachine') : t('set.changeMachine', { name: machine.name })}
    breadcrumb={[
      { label: t('title'), href: '/fablab' },
      { label: t('set.title'), href: '/fablab/reglages' },
    ]}
  >
    {machine !== null && (
      <p>
        <a href={`/reservations/regles/${machine.policy}`}>{t('set.policy')}</a>
      </p>
    )}
    <form method="post" action={machine === null ? '/fablab/reglages/machine' : `${machine.path}/modifier`} noValidate>
      <ErrorSummary form={form} />
      <Field form={form} name="name" label={t('material.name')} />
      <TextArea form={form} name="description" label={t('set.description')} rows={2} optional />
      <Field form={form} name="place" label={t('machine.where')} optional />
      <Field form={form} name="model" label={t('machine.model')} optional />
      <TextArea form={form} name="care" label={t('machine.care')} rows={2} optional />
      <Choice
        form={form}
        name="risk"
        label={t('machine.risk')}
        options={([1, 2, 3] as const).map(risk => ({ value: String(risk), label: t(`machine.risk${risk}`) }))}
      />
      <Field form={form} name="permitLabel" label={t('set.permit')} hint={t('set.permitHint')} optional />
      <Field
        form={form}
        name="permitMonths"
        label={t('set.months')}
        width="short"
        inputmode="numeric"
        unit={t('set.monthsUnit')}
        optional
      />
      <Button>{machine === null ? t('set.addMachine') : t('set.save')}</Button>
    </form>
    {machine !== null && (
      <Section title={t('set.retire')} lead={t('set.retireLead', { n: coming })} id="retirer">
        <form method="post" action={`${machine.path}/retrait`} noValidate>
          <ErrorSummary form={retirement} prefix="retrait" />
          <Field form={retirement} name="reason" prefix="retrait" label={t('machine.reason')} />
          <Button kind="secondary">{t('set.retire')}</Button>
        </form>
      </Section>
    )}
  </Page>
)
