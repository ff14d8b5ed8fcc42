import { type Booking, sayState, sayWhen } from '#engines/booking'
import { formatDate, formatTime, type Locale } from '#kernel/i18n'
import { Actions, Button, EditList, Listing, Page, Section, Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { sayTopic } from '../national.ts'
import type { LoanOut } from '../queries/loansOut.ts'
import { appointmentPath, home, type Kind, workshopPath } from '../where.ts'

type Named = { readonly name: string | null }
interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly now: string
  readonly booked: readonly (Booking & Named & { readonly thingKind: Kind | 'workshop' })[]
  readonly tomorrow: readonly (Booking & Named)[]
  readonly loans: readonly (LoanOut & Named)[]
  /** A facilitator reads the mandates; other agents do not. */
  readonly facilitates: boolean
  readonly records: readonly {
    readonly id: string
    readonly kind: string
    readonly minutes: number
    readonly topics: readonly string[]
    readonly people: number
    readonly title: string
  }[]
}

/** The day of whoever runs the space. */
export const DeskPage = (props: Props) => {
  const { t, locale, today, tomorrow } = props
  return (
    <Page title={t('desk.title')} lead={formatDate(today, locale)} breadcrumb={[{ label: t('space.title'), href: home }]}>
      <Actions>
        <Button href={`${home}/activite/nouvelle`}>{t('desk.record')}</Button>
        <Button kind="secondary" href={`${home}/fiche`}>
          {t('desk.sheet')}
        </Button>
        {props.facilitates && (
          <Button kind="secondary" href={`${home}/mandats`}>
            {t('mandates.title')}
          </Button>
        )}
        <Button kind="secondary" href={`${home}/ateliers/nouveau`}>
          {t('workshop.new')}
        </Button>
        <Button kind="secondary" href={`${home}/reglages`}>
          {t('settings.title')}
        </Button>
      </Actions>
      <Today {...props} />
      <Loans {...props} />
      <Records {...props} />
      <Section title={t('desk.tomorrow')}>
        {tomorrow.length === 0 ? (
          <p>{t('desk.nobodyTomorrow')}</p>
        ) : (
          <Listing
            items={tomorrow.map(one => ({
              title: one.name ?? t('desk.someone'),
              href: appointmentPath(one.id),
              note: `${sayWhen(one, locale)} · ${one.thing}`,
            }))}
          />
        )}
      </Section>
      <p class="soft">{t('desk.bookFor')}</p>
      <p>
        <a href="/guichet">{t('desk.counter')}</a> · <a href="/reservations/accueil">{t('desk.arrivals')}</a>
      </p>
    </Page>
  )
}

const Today = ({ t, locale, booked }: Props) => {
  const workshops = [...new Map(booked.flatMap(one => (one.session ? [[one.session, one] as const] : []))).values()]
  const others = booked.filter(({ session }) => session === null)
  return (
    <Section title={t('desk.today')} id="aujourd-hui">
      {booked.length === 0 && <p>{t('desk.nobody')}</p>}
      <Listing
        items={[
          ...others.map(one => ({
            title: one.name ?? t('desk.someone'),
            href: appointmentPath(one.id),
            text: one.purpose || undefined,
            note: [
              t('hours.span', { from: formatTime(one.startsAt, locale), to: formatTime(one.endsAt, locale) }),
              t(one.thingKind === 'facilitator' ? 'desk.with' : 'desk.at', { name: one.thing }),
              ...(one.state === 'confirmed' ? [] : [sayState(one.state, one.stateUntil, locale)]),
            ].join(' · '),
          })),
          ...workshops.map(one => ({
            title: one.thing,
            href: workshopPath(one.session ?? ''),
            note: `${t('hours.span', { from: formatTime(one.startsAt, locale), to: formatTime(one.endsAt, locale) })} · ${t('desk.registered', { n: booked.filter(({ session }) => session === one.session).length })}`,
          })),
        ]}
      />
    </Section>
  )
}

const Loans = ({ t, locale, loans }: Props) => (
  <Section title={t('desk.loans')} id="prets">
    {loans.length === 0 && <p>{t('desk.noLoan')}</p>}
    <Listing
      items={loans.map(one => ({
        title: `${one.thing} : ${one.name ?? t('desk.someone')}`,
        href: `${home}/prets/${one.id}`,
        note: (
          <>
            <Tag tone={one.step === 'late' ? 'brick' : 'plain'}>{t(`loan.step.${one.step}`)}</Tag>{' '}
            {t(one.step === 'to-hand-over' ? 'loan.from' : 'loan.dueOn', {
              date: formatDate((one.step === 'to-hand-over' ? one.startsAt : one.endsAt).slice(0, 10), locale),
            })}
          </>
        ),
      }))}
    />
  </Section>
)

const Records = ({ t, locale, records }: Props) => (
  <Section title={t('desk.records', { n: records.length })} id="fait-aujourd-hui" lead={t('desk.recordsLead')}>
    <EditList
      items={records.map(({ id, kind, minutes, topics, people, title }) => ({
        id: `note-${id}`,
        content: (
          <p>
            {kind === 'group' ? t('desk.groupOf', { title: title || t('desk.workshop'), n: people }) : t('desk.one')}, {minutes}
            {'\u00a0'}min : {topics.map(topic => sayTopic(topic, locale)).join(', ')}
          </p>
        ),
        gestures: (
          <form method="post" action={`${home}/activite/${id}/retrait`}>
            <Button small kind="secondary" label={t('desk.withdrawOf', { n: id })}>
              {t('desk.withdraw')}
            </Button>
          </form>
        ),
      }))}
    />
  </Section>
)
