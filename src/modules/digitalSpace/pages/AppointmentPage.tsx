import { type Booking, minutesOf, sayState, sayWhen } from '#engines/booking'
import { formatDate, type Locale } from '#kernel/i18n'
import { Actions, Button, DefinitionList, Listing, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { sayScopes } from '../national.ts'
import type { Mandate } from '../queries/mandates.ts'
import { appointmentPath, home, mandatePath } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly appointment: Booking
  readonly name: string | null
  /** What this person lets the space do today. */
  readonly mandates: readonly Mandate[]
  readonly facilitates: boolean
  /** How many times they came before. */
  readonly before: number
}

/** One appointment, and the four things to do with it: who came, the mandate, the record, the sheet. */
export const AppointmentPage = ({ t, locale, appointment, name, mandates, facilitates, before }: Props) => (
  <Page
    title={t('appointment.title', { name: name ?? t('desk.someone') })}
    lead={sayWhen(appointment, locale)}
    breadcrumb={[
      { label: t('space.title'), href: home },
      { label: t('desk.title'), href: `${home}/accueil` },
    ]}
  >
    <DefinitionList
      items={[
        { term: t('appointment.where'), value: appointment.thing },
        { term: t('appointment.length'), value: `${minutesOf(appointment)}\u00a0min` },
        { term: t('appointment.purpose'), value: appointment.purpose },
        { term: t('appointment.state'), value: sayState(appointment.state, appointment.stateUntil, locale) },
        { term: t('appointment.before'), value: t('appointment.times', { n: before }) },
      ]}
    />
    {(appointment.state === 'confirmed' || appointment.state === 'absent' || appointment.state === 'present') && (
      <Section title={t('appointment.presence')} id="presence">
        <form method="post" action={`${appointmentPath(appointment.id)}/presence`}>
          <Actions>
            <Button name="presence" value="came" kind={appointment.state === 'present' ? 'secondary' : 'primary'}>
              {t('appointment.came')}
            </Button>
            <Button name="presence" value="missed" kind="secondary">
              {t('appointment.missed')}
            </Button>
          </Actions>
        </form>
      </Section>
    )}
    {facilitates && (
      <Section title={t('appointment.mandate')} id="mandat" lead={t('appointment.mandateLead')}>
        {mandates.length === 0 && <p>{t('appointment.noMandate')}</p>}
        <Listing
          items={mandates.map(mandate => ({
            title: t('mandate.titleOf', { n: mandate.id }),
            href: mandatePath(mandate.id),
            text: sayScopes(mandate.scopes, locale),
            note: t('mandate.state.active', { date: formatDate(mandate.lastDay, locale) }),
          }))}
        />
        {appointment.person !== null && (
          <Actions>
            <Button kind="secondary" href={`${home}/mandats/nouveau?rendez-vous=${appointment.id}`}>
              {t('appointment.newMandate')}
            </Button>
          </Actions>
        )}
      </Section>
    )}
    <Section title={t('appointment.after')} id="apres" lead={t('appointment.afterLead')}>
      <Actions>
        <Button kind="secondary" href={`${home}/activite/nouvelle?rendez-vous=${appointment.id}`}>
          {t('desk.record')}
        </Button>
        <Button kind="secondary" href={`${home}/fiche?rendez-vous=${appointment.id}`}>
          {t('desk.sheet')}
        </Button>
      </Actions>
    </Section>
  </Page>
)
