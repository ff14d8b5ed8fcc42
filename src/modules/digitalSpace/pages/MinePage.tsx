import { type Booking, sayState, sayWhen } from '#engines/booking'
import { formatDate, type Locale } from '#kernel/i18n'
import { Actions, Button, Listing, Notice, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { sayScopes } from '../national.ts'
import type { Mandate } from '../queries/mandates.ts'
import { stateOn } from '../rules/mandate.ts'
import { home, type Kind, mandatePath } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly done: string | null
  readonly bookings: readonly (Booking & { readonly thingKind: Kind | 'workshop' })[]
  readonly mandates: readonly Mandate[]
  readonly sheets: readonly { readonly id: string; readonly madeOn: string }[]
}

/** Everything that this person has at the space. */
export const MinePage = ({ t, locale, today, done, bookings, mandates, sheets }: Props) => (
  <Page title={t('mine.title')} lead={t('mine.lead')} breadcrumb={[{ label: t('space.title'), href: home }]}>
    {done === 'fiche' && <Notice kind="success">{t('mine.sheetGone')}</Notice>}
    <Section title={t('mine.bookings')} id="reservations">
      {bookings.length === 0 ? (
        <p>{t('mine.noBooking')}</p>
      ) : (
        <Listing
          items={bookings.map(one => ({
            title: one.thing,
            href: `/reservations/${one.id}`,
            note: `${sayWhen(one, locale)} · ${one.thingKind === 'loan' && one.state === 'present' ? t('loan.step.out') : sayState(one.state, one.stateUntil, locale)}`,
          }))}
        />
      )}
      <Actions>
        <Button kind="secondary" href={home}>
          {t('mine.book')}
        </Button>
      </Actions>
    </Section>
    <Section title={t('mine.mandates')} id="mandats" lead={t('mine.mandatesLead')}>
      {mandates.length === 0 && <p>{t('mine.noMandate')}</p>}
      <Listing
        items={mandates.map(mandate => ({
          title: t('mandate.titleOf', { n: mandate.id }),
          href: mandatePath(mandate.id),
          text: sayScopes(mandate.scopes, locale),
          note: t(`mandate.state.${stateOn(mandate, today)}`, { date: formatDate(mandate.lastDay, locale) }),
        }))}
      />
      <Actions>
        <Button kind="secondary" href={`${home}/mandats/nouveau`}>
          {t('space.giveMandate')}
        </Button>
      </Actions>
    </Section>
    <Section title={t('mine.sheets')} id="fiches" lead={t('mine.sheetsLead')}>
      {sheets.length === 0 && <p>{t('mine.noSheet')}</p>}
      <Listing
        items={sheets.map(({ id, madeOn }) => ({
          title: t('sheet.titleOf', { date: formatDate(madeOn, locale) }),
          href: `${home}/fiches/${id}`,
        }))}
      />
    </Section>
  </Page>
)
