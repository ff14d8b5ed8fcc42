import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, formatMoney, formatPercent, formatTime, type Locale } from '#kernel/i18n'
import { dayInParis } from '#kernel/rules'
import { Button, Checkbox, Checkboxes, Choice, Disclosure, EditList, ErrorSummary, Field, Page, Section, Select, Table } from '#kernel/ui'
import type { OpenSpan } from '../calendar/openingSpans.ts'
import { sayOpening, weekdays } from '../calendar/sayOpening.ts'
import { HoursException, NewHolder, OpeningHours, rhythms } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Calendar, CalendarFacts } from '../queries/calendars.ts'
import type { CalendarHolder } from '../queries/holders.ts'
import type { HolderAccount } from '../rules/shares.ts'
import { sayLength, sayWhen } from '../say.ts'

export interface HoursProps {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly calendar: Calendar
  /** Those that are not over. */
  readonly openings: CalendarFacts['openings']
  readonly exceptions: CalendarFacts['exceptions']
  readonly holders: readonly CalendarHolder[]
  readonly accounts: readonly HolderAccount[]
  readonly open: readonly OpenSpan[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly opening?: Form<OpeningHours>
  readonly exception?: Form<HoursException>
  readonly holder?: Form<NewHolder>
}

/** When something is open and who opens it: regular hours in words, exceptions, the weeks to come, and those who hold the place. */
export const HoursPage = (props: HoursProps) => {
  const { t, locale, calendar, open, holders } = props
  const days = [...new Set(open.map(one => dayInParis(one.startsAt)))]
  const nameOf = (id: string | null) => holders.find(one => one.id === id)?.name
  return (
    <Page
      title={t('hours.title', { name: calendar.name })}
      kicker={t('hours.kicker')}
      lead={t('hours.lead')}
      breadcrumb={[
        { label: t('mine.title'), href: '/reservations' },
        { label: t('desk.title'), href: '/reservations/accueil' },
      ]}
    >
      <Regular {...props} />
      <Exceptions {...props} />
      <Section title={t('hours.next')} id="semaines">
        {days.length === 0 ? (
          <p>{t('hours.nextNone')}</p>
        ) : (
          <Table
            caption={t('hours.next')}
            hideCaption
            head={[t('grid.day'), t('hours.kicker'), ...(holders.length > 0 ? [t('hours.who')] : [])]}
            rows={days.map(day => {
              const spans = open.filter(one => dayInParis(one.startsAt) === day)
              return [
                formatDate(day, locale),
                spans.map(one => t('grid.span', { from: formatTime(one.startsAt, locale), to: formatTime(one.endsAt, locale) })).join(', '),
                ...(holders.length > 0 ? [[...new Set(spans.map(one => nameOf(one.holder) ?? '–'))].join(', ')] : []),
              ]
            })}
          />
        )}
      </Section>
      <Holders {...props} />
    </Page>
  )
}

const pathOf = ({ calendar }: HoursProps) => `/reservations/calendriers/${calendar.id}`
const hasErrors = (form: { readonly errors: object }) => Object.values(form.errors).some(Boolean)
const holderOptions = ({ t, holders }: HoursProps) => [
  { value: '', label: t('hours.nobody') },
  ...holders.map(({ id, name }) => ({ value: id, label: name })),
]

const Regular = (props: HoursProps) => {
  const { t, locale, today, openings, holders, opening = emptyForm(OpeningHours, { rhythm: 'weekly', since: today }) } = props
  const nameOf = (id: string | null) => holders.find(one => one.id === id)?.name
  return (
    <Section title={t('hours.regular')} id="regulier">
      {openings.length === 0 && <p>{t('hours.none')}</p>}
      <EditList
        items={openings.map(one => {
          const said = sayOpening(one, today, locale)
          const name = nameOf(one.holder)
          return {
            id: `ouverture-${one.id}`,
            content: (
              <p>
                <strong>{said}</strong>
                {name && (
                  <>
                    <br />
                    {t('hours.holder', { name })}
                  </>
                )}
              </p>
            ),
            gestures: (
              <form method="post" action={`${pathOf(props)}/ouvertures/fin`}>
                <Button small kind="secondary" name="chosen" value={one.id} label={t('hours.endOf', { hours: said })}>
                  {t('hours.end')}
                </Button>
              </form>
            ),
          }
        })}
      />
      <Disclosure summary={t('hours.add')} open={hasErrors(opening)} id="nouvelle-ouverture">
        <ErrorSummary form={opening} prefix="ouverture" />
        <form method="post" action={`${pathOf(props)}/ouvertures`} noValidate>
          <Checkboxes
            form={opening}
            name="days"
            prefix="ouverture"
            label={t('hours.days')}
            options={weekdays.map(value => ({ value, label: t(`weekday.${value}`) }))}
          />
          <Select
            form={opening}
            name="rhythm"
            prefix="ouverture"
            label={t('hours.rhythm')}
            options={rhythms.map(value => ({ value, label: t(`hours.rhythm.${value}`) }))}
          />
          <Field form={opening} name="from" prefix="ouverture" label={t('hours.from')} hint={t('book.hourHint')} width="short" />
          <Field form={opening} name="to" prefix="ouverture" label={t('hours.to')} width="short" />
          <Field form={opening} name="since" prefix="ouverture" type="date" label={t('hours.since')} min={today} />
          <Field form={opening} name="until" prefix="ouverture" type="date" label={t('hours.until')} hint={t('hours.untilHint')} optional />
          {holders.length > 0 && (
            <Select form={opening} name="holder" prefix="ouverture" label={t('hours.who')} options={holderOptions(props)} optional />
          )}
          <Button>{t('hours.add')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}

const Exceptions = (props: HoursProps) => {
  const { t, locale, today, exceptions, holders, exception = emptyForm(HoursException, { kind: 'closed' }) } = props
  return (
    <Section title={t('hours.exceptions')} id="exceptions">
      {exceptions.length === 0 && <p>{t('hours.noException')}</p>}
      <EditList
        items={exceptions.map(one => {
          const said = t(one.kind === 'closed' ? 'hours.closed' : 'hours.opened', { when: sayWhen(one, locale), reason: one.reason })
          return {
            id: `exception-${one.id}`,
            content: <p>{said}</p>,
            gestures: (
              <form method="post" action={`${pathOf(props)}/exceptions/retrait`}>
                <Button small kind="secondary" name="chosen" value={one.id} label={t('hours.removeOf', { what: said })}>
                  {t('hours.remove')}
                </Button>
              </form>
            ),
          }
        })}
      />
      <Disclosure summary={t('hours.addException')} open={hasErrors(exception)} id="nouvelle-exception">
        <ErrorSummary form={exception} prefix="exception" />
        <form method="post" action={`${pathOf(props)}/exceptions`} noValidate>
          <Choice
            form={exception}
            name="kind"
            prefix="exception"
            label={t('hours.kind')}
            options={(['closed', 'open'] as const).map(value => ({ value, label: t(`hours.kind.${value}`) }))}
          />
          <Field form={exception} name="first" prefix="exception" type="date" label={t('hours.first')} min={today} />
          <Field form={exception} name="last" prefix="exception" type="date" label={t('hours.last')} hint={t('hours.lastHint')} optional />
          <Field
            form={exception}
            name="from"
            prefix="exception"
            label={t('hours.from')}
            hint={t('hours.hoursHint')}
            width="short"
            optional
          />
          <Field form={exception} name="to" prefix="exception" label={t('hours.to')} width="short" optional />
          <Field form={exception} name="reason" prefix="exception" label={t('hours.reason')} />
          {holders.length > 0 && (
            <Select form={exception} name="holder" prefix="exception" label={t('hours.who')} options={holderOptions(props)} optional />
          )}
          <Checkbox form={exception} name="displaces" prefix="exception" label={t('hours.displaces')} />
          <Button>{t('hours.addException')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}

const Holders = (props: HoursProps) => {
  const { t, locale, today, holders, accounts, organisations, holder = emptyForm(NewHolder, { since: today }) } = props
  const share = (permille: number) => formatPercent(permille / 1000, locale)
  return (
    <Section title={t('hours.holders')} lead={t('hours.holdersLead')} id="tenants">
      <EditList
        items={holders.map(one => {
          const account = accounts.find(({ id }) => id === one.id)
          return {
            id: `tenant-${one.id}`,
            content: (
              <p>
                {t('hours.holderLine', { name: one.name, share: share(one.permille), basis: one.basis })}
                <br />
                {account && t('hours.opened4', { length: sayLength(account.minutes, locale), share: share(account.openedPermille) })}
                {one.budgetCents > 0 && (
                  <>
                    <br />
                    {t('hours.holderBudget', { amount: formatMoney(one.budgetCents, locale) })}
                  </>
                )}
              </p>
            ),
            gestures: (
              <form method="post" action={`${pathOf(props)}/tenants/fin`}>
                <Button small kind="secondary" name="chosen" value={one.id} label={t('hours.endHolderOf', { name: one.name })}>
                  {t('hours.endHolder')}
                </Button>
              </form>
            ),
          }
        })}
      />
      {holders.length > 0 && <p class="soft">{t('hours.endHolderText')}</p>}
      <Disclosure summary={t('hours.addHolder')} open={hasErrors(holder)} id="nouveau-tenant">
        <ErrorSummary form={holder} prefix="tenant" />
        <form method="post" action={`${pathOf(props)}/tenants`} noValidate>
          <Field form={holder} name="name" prefix="tenant" label={t('hours.holderName')} />
          <Select
            form={holder}
            name="organisation"
            prefix="tenant"
            label={t('hours.organisation')}
            options={[
              { value: '', label: t('hours.organisationNone') },
              ...organisations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            optional
          />
          <Field form={holder} name="share" prefix="tenant" label={t('hours.share')} width="short" inputmode="numeric" unit="%" />
          <Field
            form={holder}
            name="budget"
            prefix="tenant"
            label={t('hours.budget')}
            width="short"
            inputmode="decimal"
            unit="€"
            optional
          />
          <Field form={holder} name="basis" prefix="tenant" label={t('hours.basis')} />
          <Field form={holder} name="since" prefix="tenant" type="date" label={t('hours.holderSince')} />
          <Button>{t('hours.addHolder')}</Button>
        </form>
      </Disclosure>
    </Section>
  )
}
