import { emptyForm, type Form } from '#kernel/forms'
import { formatMoney, type Locale } from '#kernel/i18n'
import { Actions, Button, DefinitionList, ErrorSummary, Field, Page, Section, Select, Table, TextArea, Thread, Time } from '#kernel/ui'
import { AccountLine, Cancellation, Decision, Report } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Booking, BookingStep, EarlyEnd, Entry } from '../queries/bookings.ts'
import { accountOf } from '../rules/accountOf.ts'
import type { Counted } from '../rules/earlyEnd.ts'
import { mayBecome } from '../rules/states.ts'
import { sayEarlyEnd, sayLength, sayState, sayWhen } from '../say.ts'
import { PriceFigure } from './parts.tsx'

export interface BookingProps {
  readonly t: T
  readonly locale: Locale
  readonly now: string
  readonly booking: Booking
  readonly steps: readonly (BookingStep & { readonly name: string | null })[]
  readonly entries: readonly Entry[]
  /** Rank in the waiting list, when waiting. */
  readonly rank: { readonly rank: number; readonly total: number } | null
  readonly isOwn: boolean
  readonly runs: boolean
  /** Runs it in the body that owns the thing: decides, notes who came, writes the account. */
  readonly keeps: boolean
  /** Who it is for, for those who run the service. */
  readonly personName: string | null
  /** How it ended before its end. */
  readonly ended: EarlyEnd | null
  /** What would be counted if it ended now, when this person may say that it does. */
  readonly early: (Counted & { readonly step: number }) | null
  readonly cancellation?: Form<Cancellation>
  readonly decision?: Form<Decision>
  readonly report?: Form<Report>
  readonly line?: Form<AccountLine>
}

/** One booking: where it stands, what it costs and why, and what can be done with it. */
export const BookingPage = (props: BookingProps) => {
  const { t, locale, booking, rank, isOwn, runs, personName } = props
  const waitingPage =
    booking.session === null ? `/reservations/choses/${booking.resource}/attente` : `/reservations/seances/${booking.session}/attente`
  return (
    <Page
      title={t('booking.title', { thing: booking.thing })}
      kicker={t('booking.kicker')}
      breadcrumb={[{ label: t('mine.title'), href: '/reservations' }]}
    >
      <DefinitionList
        items={[
          { term: t('booking.state'), value: <strong>{sayState(booking.state, booking.stateUntil, locale)}</strong> },
          { term: t('booking.what'), value: <a href={booking.path}>{booking.thing}</a> },
          { term: t('booking.when'), value: sayWhen(booking, locale) },
          { term: t('early.ended'), value: props.ended && sayEarlyEnd(props.ended, locale) },
          { term: t('booking.who'), value: personName },
          { term: t('booking.places'), value: booking.places > 1 ? String(booking.places) : '' },
          { term: t('booking.purpose'), value: booking.purpose },
          { term: t('booking.code'), value: isOwn && booking.state === 'confirmed' ? <strong>{booking.code}</strong> : '' },
          {
            term: t('booking.rank'),
            value: rank && (
              <>
                {t(rank.rank === 1 ? 'booking.rankFirst' : 'booking.rankText', { ...rank, pseudonym: booking.pseudonym })} ·{' '}
                <a href={waitingPage}>{t('booking.waitingLink')}</a>
              </>
            ),
          },
          { term: t('price.title'), value: booking.quote && <PriceFigure t={t} locale={locale} quote={booking.quote} /> },
        ]}
      />
      {isOwn && booking.state === 'offered' && (
        <form method="post" action={`/reservations/${booking.id}/offre`}>
          <Actions>
            <Button name="answer" value="accept">
              {t('booking.accept')}
            </Button>
            <Button kind="secondary" name="answer" value="decline">
              {t('booking.decline')}
            </Button>
          </Actions>
        </form>
      )}
      {props.keeps && booking.state === 'asked' && <Decide {...props} />}
      {props.early && <GiveBack {...props} early={props.early} />}
      {props.keeps && <Presence {...props} />}
      <Account {...props} />
      {(isOwn || runs) && mayBecome(booking.state, 'cancelled') && <Cancel {...props} />}
      {(isOwn || runs) && booking.resource !== null && booking.kind === 'time' && <ReportForm {...props} />}
      <Section title={t('booking.history')}>
        <Thread
          entries={[
            ...props.steps.map(step => ({
              kind:
                step.state === 'asked' || step.state === 'waiting'
                  ? ('contribution' as const)
                  : step.state === 'refused' || step.state === 'offered'
                    ? ('decision' as const)
                    : ('act' as const),
              at: step.at,
              title: sayState(step.state, null, locale).replace(/ ?: .*$/, ''),
              text: step.reason === 'declined' || step.reason === 'expired' ? t(`because.${step.reason}`) : step.reason || undefined,
              by: step.name ? <p class="soft">{step.name}</p> : undefined,
            })),
            ...(props.ended ? [{ kind: 'act' as const, at: props.ended.endedAt, title: t('early.ended') }] : []),
          ]}
        />
      </Section>
    </Page>
  )
}

const Decide = ({ t, booking, decision = emptyForm(Decision) }: BookingProps) => (
  <Section title={t('booking.decide')} id="repondre">
    <form method="post" action={`/reservations/${booking.id}/accord`} noValidate>
      <ErrorSummary form={decision} prefix="accord" />
      <TextArea form={decision} name="reason" label={t('booking.decideReason')} rows={2} optional prefix="accord" />
      <Actions>
        <Button name="decision" value="agree">
          {t('booking.agree')}
        </Button>
        <Button kind="secondary" name="decision" value="refuse">
          {t('booking.refuse')}
        </Button>
      </Actions>
    </form>
  </Section>
)

const Presence = ({ t, booking, now }: BookingProps) =>
  booking.startsAt > new Date(Date.parse(now) + 3_600_000).toISOString() ||
  (!mayBecome(booking.state, 'present') && !mayBecome(booking.state, 'absent')) ? null : (
    <Section title={t('booking.presence')}>
      <form method="post" action={`/reservations/${booking.id}/presence`}>
        <Actions>
          {mayBecome(booking.state, 'present') && (
            <Button name="presence" value="came">
              {t('booking.came')}
            </Button>
          )}
          {mayBecome(booking.state, 'absent') && (
            <Button kind="secondary" name="presence" value="missed">
              {t('booking.missed')}
            </Button>
          )}
        </Actions>
      </form>
    </Section>
  )

const Account = ({ t, locale, booking, entries, keeps, line = emptyForm(AccountLine) }: BookingProps) => {
  const { owed, depositHeld } = accountOf(entries)
  return (
    <>
      {entries.length > 0 && (
        <Section title={t('booking.account')} id="compte">
          <Table
            caption={t('booking.account')}
            hideCaption
            head={[t('entry.kind'), t('entry.date'), t('entry.amount')]}
            rows={entries.map(one => [
              `${t(`entry.${one.kind}`)}${one.label ? ` (${one.label})` : ''}`,
              <Time at={one.at} />,
              formatMoney(one.cents, locale),
            ])}
            numeric={[2]}
          />
          <p>
            {owed > 0
              ? t('booking.owed', { amount: formatMoney(owed, locale) })
              : owed < 0
                ? t('booking.toGiveBack', { amount: formatMoney(-owed, locale) })
                : t('booking.settled')}
          </p>
          {depositHeld > 0 && <p>{t('booking.depositHeld', { amount: formatMoney(depositHeld, locale) })}</p>}
        </Section>
      )}
      {keeps && booking.kind !== 'block' && (
        <Section title={t('booking.money')}>
          <form method="post" action={`/reservations/${booking.id}/compte`} noValidate>
            <ErrorSummary form={line} prefix="ligne" />
            <Select
              form={line}
              name="kind"
              label={t('booking.moneyKind')}
              prefix="ligne"
              options={(['payment', 'charge', 'refund', 'deposit-held', 'deposit-returned', 'deposit-kept'] as const).map(value => ({
                value,
                label: t(`entry.${value}`),
              }))}
            />
            <Field form={line} name="amount" label={t('booking.moneyAmount')} width="short" inputmode="decimal" unit="€" prefix="ligne" />
            <Field form={line} name="label" label={t('booking.moneyLabel')} optional prefix="ligne" />
            <Button kind="secondary">{t('booking.moneySend')}</Button>
          </form>
        </Section>
      )}
    </>
  )
}

const GiveBack = ({ t, locale, booking, isOwn, early }: BookingProps & { early: Counted & { step: number } }) => (
  <Section title={t('early.title')} lead={t('early.lead')} id="rendre">
    {booking.priceCents > 0 && (
      <p>{t(`early.${early.counts}`, { length: sayLength(early.minutes, locale), step: sayLength(early.step, locale) })}</p>
    )}
    <form method="post" action={`/reservations/${booking.id}/retour`}>
      <Button kind="secondary">{t(isOwn ? 'early.mine' : 'early.send')}</Button>
    </form>
  </Section>
)

const Cancel = ({ t, booking, runs, isOwn, cancellation = emptyForm(Cancellation) }: BookingProps) => (
  <Section title={t('booking.cancel')} lead={t('booking.cancelLead')} id="annuler">
    <form method="post" action={`/reservations/${booking.id}/annulation`} noValidate>
      <ErrorSummary form={cancellation} prefix="annulation" />
      <TextArea
        form={cancellation}
        name="reason"
        label={t(runs && !isOwn ? 'booking.cancelReasonStaff' : 'booking.cancelReason')}
        rows={2}
        optional={isOwn}
        prefix="annulation"
      />
      <Button kind="secondary">{t('booking.cancel')}</Button>
    </form>
  </Section>
)

const ReportForm = ({ t, booking, report = emptyForm(Report) }: BookingProps) => (
  <Section title={t('booking.report')} lead={t('booking.reportLead')} id="signaler">
    <form method="post" action={`/reservations/${booking.id}/incident`} noValidate>
      <ErrorSummary form={report} prefix="incident" />
      <TextArea form={report} name="text" label={t('booking.reportText')} rows={3} prefix="incident" />
      <Button kind="secondary">{t('booking.reportSend')}</Button>
    </form>
  </Section>
)
