import { type Booking, sayState, sayWhen, type Session } from '#engines/booking'
import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, Empty, ErrorSummary, Field, Listing, Page, Section, Select } from '#kernel/ui'
import { NewTraining } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Machine } from '../queries/machines.ts'

export interface TrainingsProps {
  readonly t: T
  readonly locale: Locale
  readonly trainings: readonly Session[]
  readonly machines: readonly Machine[]
  readonly runs: boolean
  readonly form?: Form<NewTraining>
}

/** Trainings to come, each with its places; whoever runs the workshop plans others and gives the permits. */
export const TrainingsPage = ({
  t,
  locale,
  trainings,
  machines,
  runs,
  form = emptyForm(NewTraining, { capacity: '6' }),
}: TrainingsProps) => (
  <Page title={t('training.title')} lead={t('training.lead')} breadcrumb={[{ label: t('title'), href: '/fablab' }]}>
    {trainings.length === 0 ? (
      <Empty title={t('training.none')}>{t('training.noneText')}</Empty>
    ) : (
      <Listing
        level={2}
        items={trainings.map(one => ({
          href: runs ? `/fablab/formations/${one.id}` : one.path,
          title: one.name,
          text: sayWhen(one, locale),
          note: t('training.places', { left: one.capacity - one.placesTaken }),
        }))}
      />
    )}
    {runs && (
      <Section title={t('training.plan')} id="prevoir">
        <form method="post" action="/fablab/formations" noValidate>
          <ErrorSummary form={form} />
          <Select
            form={form}
            name="machine"
            label={t('training.machine')}
            options={machines.filter(one => one.permit !== '').map(one => ({ value: one.id, label: one.name }))}
          />
          <Field form={form} name="day" type="date" label={t('training.day')} />
          <Field form={form} name="from" label={t('training.from')} width="short" />
          <Field form={form} name="to" label={t('training.to')} width="short" />
          <Field form={form} name="capacity" type="number" label={t('training.capacity')} inputmode="numeric" />
          <Field form={form} name="place" label={t('training.place')} optional />
          <Button kind="secondary">{t('training.publish')}</Button>
        </form>
      </Section>
    )}
  </Page>
)

interface RegisterProps {
  readonly t: T
  readonly locale: Locale
  readonly training: Session
  readonly label: string
  readonly until: string
  readonly people: readonly (Booking & { readonly name: string; readonly hasPermit: boolean })[]
}
/** Who came to a training and passed; printed, it is signed on the spot. */
export const RegisterPage = ({ t, locale, training, label, until, people }: RegisterProps) => (
  <Page
    title={training.name}
    lead={sayWhen(training, locale)}
    breadcrumb={[
      { label: t('title'), href: '/fablab' },
      { label: t('training.title'), href: '/fablab/formations' },
    ]}
  >
    <p>
      {t('training.gives', { label })} ·{' '}
      <a href={training.path}>{t('training.places', { left: training.capacity - training.placesTaken })}</a>
    </p>
    <Section title={t('training.register')} lead={t('training.registerLead', { until: formatDate(until, locale) })}>
      {people.length === 0 ? (
        <p>{t('training.nobody')}</p>
      ) : (
        <form method="post" action={`/fablab/formations/${training.id}/habilitations`}>
          {people.map(one => (
            <div key={one.id} class="box">
              <input
                class="box__input"
                type="checkbox"
                id={`passed-${one.id}`}
                name={`passed-${one.id}`}
                value="oui"
                checked={one.hasPermit}
                disabled={one.hasPermit}
              />
              <label class="box__label" for={`passed-${one.id}`}>
                {one.name} ({one.hasPermit ? t('training.granted') : sayState(one.state, one.stateUntil, locale)})
              </label>
            </div>
          ))}
          <Button>{t('training.grant')}</Button>
        </form>
      )}
    </Section>
  </Page>
)
