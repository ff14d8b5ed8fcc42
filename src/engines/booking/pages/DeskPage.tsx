import type { Form } from '#kernel/forms'
import { emptyForm } from '#kernel/forms'
import { formatDate, formatDateTime, formatTime, type Locale } from '#kernel/i18n'
import { dayInParis } from '#kernel/rules'
import { Button, Empty, ErrorSummary, Field, Page, Section, Table, TextArea } from '#kernel/ui'
import type { Incident } from '../acts/incidents.ts'
import type { Suspension } from '../acts/suspensions.ts'
import { Closing, Lifting, ShownCode } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Booking } from '../queries/bookings.ts'
import { sayState, sayWhen } from '../say.ts'

export interface DeskProps {
  readonly t: T
  readonly locale: Locale
  readonly today: readonly Booking[]
  readonly asked: readonly Booking[]
  readonly suspensions: readonly Suspension[]
  /** What people said is wrong, and is not settled. */
  readonly incidents: readonly (Incident & { readonly thing: string; readonly path: string })[]
  readonly closing?: { readonly incident: string; readonly form: Form<Closing> }
  readonly calendars: readonly { readonly id: string; readonly name: string }[]
  readonly policies: readonly { readonly id: string; readonly name: string }[]
  readonly names: ReadonlyMap<string, string>
  readonly code?: Form<ShownCode>
  readonly lifting?: { readonly suspension: string; readonly form: Form<Lifting> }
}

/** For those who run a service: arrivals by code, what is booked today, requests that wait, suspensions and what people answered. */
export const DeskPage = ({
  t,
  locale,
  today,
  asked,
  suspensions,
  incidents,
  closing,
  calendars,
  policies,
  names,
  code = emptyForm(ShownCode),
  lifting,
}: DeskProps) => {
  const nameOf = (person: string | null) => (person && names.get(person)) || t('desk.somebody')
  const link = (one: Booking) => <a href={`/reservations/${one.id}`}>{nameOf(one.person)}</a>
  return (
    <Page title={t('desk.title')} lead={t('desk.lead')} breadcrumb={[{ label: t('mine.title'), href: '/reservations' }]} width="wide">
      <form method="post" action="/reservations/accueil" noValidate>
        <ErrorSummary form={code} />
        <Field form={code} name="code" label={t('desk.code')} hint={t('desk.codeHint')} width="short" inputmode="numeric" />
        <Button>{t('desk.note')}</Button>
      </form>
      <Section title={t('desk.today')}>
        {today.length === 0 ? (
          <Empty title={t('desk.none')} />
        ) : (
          <Table
            caption={t('desk.today')}
            hideCaption
            head={[t('desk.who'), t('desk.what'), t('booking.when'), t('booking.state')]}
            rows={today.map(one => [
              link(one),
              one.thing,
              t('grid.span', { from: formatTime(one.startsAt, locale), to: formatTime(one.endsAt, locale) }),
              sayState(one.state, one.stateUntil, locale),
            ])}
          />
        )}
      </Section>
      <Section title={t('desk.asked')} id="demandes">
        {asked.length === 0 ? (
          <p>{t('desk.noAsked')}</p>
        ) : (
          <Table
            caption={t('desk.asked')}
            hideCaption
            head={[t('desk.who'), t('desk.what'), t('booking.when'), t('booking.purpose')]}
            rows={asked.map(one => [link(one), one.thing, sayWhen(one, locale), one.purpose])}
          />
        )}
      </Section>
      <Section title={t('desk.incidents')} id="problemes">
        {incidents.length === 0 && <p>{t('desk.noIncident')}</p>}
        {incidents.map(one => {
          const form = closing?.incident === one.id ? closing.form : emptyForm(Closing, { cost: '0' })
          const prefix = `probleme-${one.id}`
          return (
            <div key={one.id}>
              <h3>
                <a href={one.path}>{t('desk.incident', { thing: one.thing, day: formatDate(dayInParis(one.reportedAt), locale) })}</a>
              </h3>
              <p>{one.description}</p>
              {one.block !== null && <p class="soft">{t('desk.stopped')}</p>}
              <form method="post" action={`/reservations/problemes/${one.id}/reglement`} noValidate>
                <ErrorSummary form={form} prefix={prefix} />
                <TextArea form={form} name="outcome" label={t('desk.done')} rows={2} prefix={prefix} />
                <Field form={form} name="cost" label={t('desk.cost')} width="short" inputmode="decimal" unit="€" prefix={prefix} />
                <Button kind="secondary">{t('desk.closeIncident')}</Button>
              </form>
            </div>
          )
        })}
      </Section>
      <Section title={t('desk.suspensions')} id="suspensions">
        {suspensions.length === 0 && <p>{t('desk.noSuspension')}</p>}
        {suspensions.map(one => {
          const form = lifting?.suspension === one.id ? lifting.form : emptyForm(Lifting)
          return (
            <div key={one.id}>
              <h3>{nameOf(one.person)}</h3>
              <p>{t('desk.absences', { n: one.absences, until: formatDateTime(one.until, locale) })}</p>
              {one.plea !== '' && <p>{t('desk.plea', { plea: one.plea })}</p>}
              <form method="post" action={`/reservations/suspensions/${one.id}/levee`} noValidate>
                <ErrorSummary form={form} prefix={`levee-${one.id}`} />
                <TextArea form={form} name="reason" label={t('desk.liftReason')} rows={2} prefix={`levee-${one.id}`} />
                <Button kind="secondary">{t('desk.lift')}</Button>
              </form>
            </div>
          )
        })}
      </Section>
      {calendars.length + policies.length > 0 && (
        <Section title={t('desk.settings')} id="reglages">
          <ul>
            {calendars.map(one => (
              <li key={`calendrier-${one.id}`}>
                <a href={`/reservations/calendriers/${one.id}`}>{t('hours.title', { name: one.name })}</a>
              </li>
            ))}
            {policies.map(one => (
              <li key={`regles-${one.id}`}>
                <a href={`/reservations/regles/${one.id}`}>{t('policy.title', { name: one.name })}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
