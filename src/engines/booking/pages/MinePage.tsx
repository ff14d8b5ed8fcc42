import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, formatDateTime, type Locale } from '#kernel/i18n'
import { Button, Empty, ErrorSummary, Expected, Listing, Notice, Page, Pagination, Section, TextArea } from '#kernel/ui'
import { Plea } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Permit } from '../acts/permits.ts'
import type { Suspension } from '../acts/suspensions.ts'
import type { Booking } from '../queries/bookings.ts'
import { sayState, sayWhen } from '../say.ts'

export interface MineProps {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly coming: readonly Booking[]
  readonly past: readonly Booking[]
  readonly pageNumber: number
  readonly hasMore: boolean
  readonly permits: readonly Permit[]
  readonly suspensions: readonly Suspension[]
  readonly calendar: string
  readonly desk: boolean
  /** The answer being corrected, and to which suspension. */
  readonly plea?: { readonly suspension: string; readonly form: Form<Plea> }
}

/** What a person booked, waits for, may do, and answers. */
export const MinePage = ({
  t,
  locale,
  today,
  coming,
  past,
  pageNumber,
  hasMore,
  permits,
  suspensions,
  calendar,
  desk,
  plea,
}: MineProps) => {
  const offered = coming.find(one => one.state === 'offered')
  return (
    <Page
      title={t('mine.title')}
      lead={t('mine.lead')}
      expected={
        offered && (
          <Expected action={{ label: t('mine.answer'), href: `/reservations/${offered.id}` }}>
            {t('mine.expected', {
              thing: offered.thing,
              when: sayWhen(offered, locale),
              until: offered.stateUntil ? formatDateTime(offered.stateUntil, locale) : '',
            })}
          </Expected>
        )
      }
    >
      {suspensions.map(one => (
        <Notice key={one.id} kind="warning" title={t('mine.suspended', { until: formatDateTime(one.until, locale) })}>
          <p>{t('mine.suspendedText', { n: one.absences })}</p>
          {one.pleaAt ? (
            <p>{t('mine.pleaSent', { date: formatDateTime(one.pleaAt, locale) })}</p>
          ) : (
            <PleaForm t={t} suspension={one.id} form={plea?.suspension === one.id ? plea.form : emptyForm(Plea)} />
          )}
        </Notice>
      ))}
      {desk && (
        <p>
          <Button kind="secondary" href="/reservations/accueil">
            {t('desk.title')}
          </Button>
        </p>
      )}
      <Section title={t('mine.next')}>
        {coming.length === 0 ? (
          <Empty title={t('mine.none')}>{t('mine.noneText')}</Empty>
        ) : (
          <BookingList locale={locale} bookings={coming} />
        )}
      </Section>
      {permits.length > 0 && (
        <Section title={t('mine.permits')} id="habilitations">
          <ul>
            {permits.map(one => (
              <li key={one.id}>{sayPermit(t, locale, today, one)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('mine.calendar')} lead={t('mine.calendarLead')}>
        <p>
          <a href={calendar}>{t('mine.calendarLink')}</a>
        </p>
      </Section>
      {past.length > 0 && (
        <Section title={t('mine.past')}>
          <BookingList locale={locale} bookings={past} />
          <Pagination page={pageNumber} more={hasMore} href={number => `/reservations?page=${number}`} />
        </Section>
      )}
    </Page>
  )
}

export const BookingList = ({ locale, bookings }: { locale: Locale; bookings: readonly Booking[] }) => (
  <Listing
    items={bookings.map(one => ({
      href: `/reservations/${one.id}`,
      title: one.thing,
      text: sayWhen(one, locale),
      note: sayState(one.state, one.stateUntil, locale),
    }))}
  />
)

const PleaForm = ({ t, suspension, form }: { t: T; suspension: string; form: Form<Plea> }) => (
  <form method="post" action={`/reservations/suspensions/${suspension}/reponse`} noValidate>
    <ErrorSummary form={form} prefix={`avis-${suspension}`} />
    <TextArea form={form} name="plea" label={t('mine.plea')} prefix={`avis-${suspension}`} />
    <Button kind="secondary">{t('mine.pleaSend')}</Button>
  </form>
)

const sayPermit = (t: T, locale: Locale, today: string, permit: Permit) => {
  const until = formatDate(permit.withdrawnOn ?? permit.until ?? today, locale)
  const facts = { name: permit.label, until, reason: permit.withdrawnBecause }
  if (permit.withdrawnOn !== null) return t('mine.permitWithdrawn', facts)
  if (permit.until === null) return t('mine.permitForever', facts)
  return t(permit.until < today ? 'mine.permitOver' : 'mine.permit', facts)
}
