import { type Exception, type Opening, type Resource, sayOpening, sayWhen } from '#engines/booking'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, Checkboxes, Choice, Disclosure, EditList, ErrorSummary, Field, Page, Section, Select, TextArea } from '#kernel/ui'
import { equipment } from '../equipment.ts'
import type { NewClosure, NewOpening, NewThing } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { home, type Kind, kinds } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly now: string
  readonly today: string
  /** The space first (no name), then each facilitator. */
  readonly hours: readonly {
    readonly name: string | null
    readonly calendar: string
    readonly openings: readonly Opening[]
    readonly exceptions: readonly (Exception & { readonly id: string; readonly reason: string })[]
  }[]
  readonly things: readonly Resource[]
  /** The rules of each kind of booking that were written. */
  readonly policies: readonly { readonly id: string; readonly kind: Kind | 'workshop' }[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly title: string | null }[]
  readonly opening: Form<NewOpening>
  readonly closure: Form<NewClosure>
  readonly thing: Form<NewThing>
}
const path = `${home}/reglages`
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** Hours, closures, seats, things lent, facilitators. */
export const SettingsPage = (props: Props) => {
  const { t } = props
  return (
    <Page
      title={t('settings.title')}
      lead={t('settings.lead')}
      breadcrumb={[
        { label: t('space.title'), href: home },
        { label: t('desk.title'), href: `${home}/accueil` },
      ]}
    >
      <p>
        <a href={`${home}/lieu`}>{t('settings.place')}</a>
      </p>
      <Hours {...props} />
      <Things {...props} />
      {props.policies.length > 0 && (
        <Section title={t('settings.rules')} lead={t('settings.rulesLead')} id="regles">
          <ul>
            {props.policies.map(({ id, kind }) => (
              <li key={id}>
                <a href={`/reservations/regles/${id}`}>{t(`kind.${kind}`)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

const hasErrors = (form: { readonly errors: object }) => Object.values(form.errors).some(Boolean)

const Hours = ({ t, locale, now, today, hours, things, opening, closure }: Props) => (
  <Section title={t('settings.hours')} id="horaires">
    {hours.map(({ name, calendar, openings, exceptions }) => (
      <div key={name ?? ''}>
        <h3>{name ?? t('settings.ofSpace')}</h3>
        {openings.length === 0 && <p>{t('settings.noOpening')}</p>}
        <EditList
          items={openings.map(one => ({
            id: `ouverture-${one.id}`,
            content: <p>{sayOpening(one, today, locale)}</p>,
            gestures: (
              <form method="post" action={`${path}/ouvertures/fin`}>
                <Button
                  small
                  kind="secondary"
                  name="opening"
                  value={one.id}
                  label={t('settings.endOf', { hours: sayOpening(one, today, locale) })}
                >
                  {t('settings.end')}
                </Button>
              </form>
            ),
          }))}
        />
        {name === null &&
          exceptions
            .filter(({ kind, endsAt }) => kind === 'closed' && endsAt > now)
            .map(one => (
              <p key={one.id}>
                {t('space.closed')} : {sayWhen(one, locale)} ({one.reason})
              </p>
            ))}
        <p>
          <a href={`/reservations/calendriers/${calendar}`}>{t('settings.more', { name: name ?? t('settings.ofSpace') })}</a>
        </p>
      </div>
    ))}
    <Disclosure summary={t('settings.addOpening')} open={hasErrors(opening)} id="nouvelle-ouverture">
      <ErrorSummary form={opening} />
      <form method="post" action={`${path}/ouvertures`} noValidate>
        <Select
          form={opening}
          name="whose"
          prefix="ouverture"
          label={t('settings.whose')}
          options={[
            { value: 'space', label: t('settings.ofSpace') },
            ...things.filter(({ kind }) => kind === 'facilitator').map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Checkboxes
          form={opening}
          name="days"
          prefix="ouverture"
          label={t('settings.days')}
          options={weekdays.map(value => ({ value, label: t(`weekday.${value}`) }))}
        />
        <Field form={opening} name="from" prefix="ouverture" label={t('workshop.from')} hint={t('hours.hint')} width="short" />
        <Field form={opening} name="to" prefix="ouverture" label={t('workshop.to')} width="short" />
        <Field form={opening} name="since" prefix="ouverture" type="date" label={t('settings.since')} />
        <Button>{t('settings.addOpening')}</Button>
      </form>
    </Disclosure>
    <Disclosure summary={t('settings.addClosure')} open={hasErrors(closure)} id="nouvelle-fermeture">
      <ErrorSummary form={closure} />
      <form method="post" action={`${path}/fermetures`} noValidate>
        <Field form={closure} name="first" prefix="fermeture" type="date" label={t('settings.first')} />
        <Field form={closure} name="last" prefix="fermeture" type="date" label={t('settings.last')} />
        <Field form={closure} name="reason" prefix="fermeture" label={t('settings.reason')} hint={t('settings.reasonHint')} />
        <Button>{t('settings.addClosure')}</Button>
      </form>
    </Disclosure>
  </Section>
)

const Things = ({ t, things, people, thing }: Props) => (
  <Section title={t('settings.things')} id="choses">
    {things.length === 0 && <p>{t('settings.noThing')}</p>}
    <EditList
      items={things.map(one => ({
        id: `chose-${one.id}`,
        content: (
          <p>
            <a href={one.path}>{one.name}</a> ({t(`kind.${kinds.find(kind => kind === one.kind) ?? 'seat'}`)})
          </p>
        ),
        gestures: (
          <form method="post" action={`${path}/choses/retrait`}>
            <Button small kind="secondary" name="thing" value={one.id} label={t('settings.retireOf', { name: one.name })}>
              {t('settings.retire')}
            </Button>
          </form>
        ),
      }))}
    />
    <Disclosure summary={t('settings.addThing')} open={hasErrors(thing)} id="nouvelle-chose">
      <ErrorSummary form={thing} />
      <form method="post" action={`${path}/choses`} noValidate>
        <Choice
          form={thing}
          name="kind"
          prefix="chose"
          label={t('settings.kind')}
          options={kinds.map(value => ({ value, label: t(`kind.${value}`) }))}
        />
        <Field form={thing} name="name" prefix="chose" label={t('settings.name')} hint={t('settings.nameHint')} optional />
        <TextArea form={thing} name="description" prefix="chose" label={t('settings.description')} rows={2} maxlength={500} optional />
        <Checkboxes
          form={thing}
          name="equipment"
          prefix="chose"
          label={t('settings.equipment')}
          options={equipment.map(value => ({ value, label: t(`equipment.${value}`) }))}
          optional
        />
        <Select
          form={thing}
          name="person"
          prefix="chose"
          label={t('settings.person')}
          hint={t('settings.personHint')}
          options={people.map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }))}
          optional
        />
        <Button>{t('settings.addThing')}</Button>
      </form>
    </Disclosure>
  </Section>
)
