import { FollowButton } from '#engines/following'
import type { Decision, Meeting } from '#engines/meetings'
import { formatDate, formatDateTime, type Locale } from '#kernel/i18n'
import { Actions, Button, DefinitionList, Expected, FeedLink, Listing, Notice, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { type Committee, committeeSubject, committeeUrl, isEnded } from '../committee.ts'
import type { Returned } from '../queries/returnedItems.ts'
import type { Mandate, Seat } from '../queries/seats.ts'
import { vacantOn } from '../rules/composition.ts'
import { Composition } from './Composition.tsx'
import { DecisionList } from './DecisionsPage.tsx'

export interface CommitteeView {
  readonly committee: Committee
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly seats: readonly Seat[]
  readonly mandates: readonly Mandate[]
  readonly roles: ReadonlyMap<string, 'chair' | 'secretary' | 'member'>
  readonly meetings: readonly Meeting[]
  readonly decisions: readonly Decision[]
  readonly waiting: readonly Returned[]
  /** For the town hall: candidates to answer, and mandates that end soon. */
  readonly candidates: number
  readonly ending: number
  readonly manages: boolean
  readonly signedIn: boolean
  readonly isFollowing: boolean
}

/** A committee: why it exists, who sits, when it meets, what it decided, and how to join it. */
export const CommitteePage = ({ t, locale, today, view }: { t: T; locale: Locale; today: string; view: CommitteeView }) => {
  const { committee, meetings } = view
  const url = (rest = '') => committeeUrl(committee.id, rest)
  const ended = isEnded(committee, today)
  const vacancies = vacantOn(view.seats, view.mandates, today).filter(seat => seat.college === 'users').length
  return (
    <Page
      title={committee.name}
      kicker={t(`kind.${committee.kind}`)}
      lead={committee.purpose}
      breadcrumb={[{ label: t('committees.title'), href: '/comites' }]}
      expected={<Awaited t={t} view={view} />}
      aside={
        <>
          <p>
            <FeedLink href={url('/reunions/agenda.ics')} label={t('committee.calendar')} type="text/calendar" />
          </p>
          {view.signedIn && (
            <FollowButton locale={locale} subject={committeeSubject(committee.id)} back={url()} isFollowing={view.isFollowing} />
          )}
        </>
      }
    >
      {committee.endedOn && (
        <Notice kind="warning" title={t('committee.endedOn', { day: formatDate(committee.endedOn, locale) })}>
          {committee.endReason ?? ''}
        </Notice>
      )}
      <DefinitionList
        items={[
          {
            term: t('committee.created'),
            value: committee.actUrl ? <a href={committee.actUrl}>{actSaid(t, locale, committee)}</a> : actSaid(t, locale, committee),
          },
          {
            term: t('committee.services'),
            value: view.services.length > 0 && (
              <ul>
                {view.services.map(one => (
                  <li key={one.id}>
                    <a href={`/services/${one.id}`}>{one.name}</a>
                  </li>
                ))}
              </ul>
            ),
          },
          { term: t('committee.theme'), value: committee.theme },
          { term: t('committee.rules'), value: <a href={url('/regles')}>{t('committee.rulesRead')}</a> },
        ].filter(item => item.value !== false)}
      />
      {view.manages && (
        <Actions>
          <Button kind="secondary" href={url('/sieges')}>
            {t('committee.manage')}
          </Button>
          <Button kind="secondary" href={url('/modification')}>
            {t('committee.correct')}
          </Button>
          {!ended && (
            <Button kind="secondary" href={url('/reunions/nouvelle')}>
              {t('committee.plan')}
            </Button>
          )}
        </Actions>
      )}
      <Composition t={t} locale={locale} today={today} seats={view.seats} mandates={view.mandates} roles={view.roles} />
      {!ended && vacancies > 0 && (
        <Notice title={t('committee.vacancies', { n: vacancies })}>
          <p>{t('committee.applyText')}</p>
          <p>
            <Button href={url('/candidature')}>{t('committee.apply')}</Button>
          </p>
        </Notice>
      )}
      {view.waiting.length > 0 && (
        <Section title={t('committee.waiting')} lead={t('committee.waitingLead')} id="a-inscrire">
          <ul>
            {view.waiting.map(one => (
              <li key={one.id}>{one.url ? <a href={one.url}>{one.title}</a> : one.title}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('committee.meetings')}>
        {meetings.length > 0 ? (
          <Listing
            items={meetings.slice(0, 4).map(meeting => ({
              title: meeting.title,
              href: url(`/reunions/${meeting.id}`),
              note: formatDateTime(meeting.startsAt, locale),
            }))}
          />
        ) : (
          <p>{t('committee.noMeeting')}</p>
        )}
        <p>
          <a href={url('/reunions')}>{t('committee.meetingsAll')}</a>
        </p>
      </Section>
      <Section title={t('committee.decisions')}>
        {view.decisions.length > 0 ? (
          <DecisionList t={t} locale={locale} decisions={view.decisions.slice(0, 4)} />
        ) : (
          <p>{t('committee.noDecision')}</p>
        )}
        {view.decisions.length > 4 && (
          <p>
            <a href={url('/decisions')}>{t('committee.decisionsAll')}</a>
          </p>
        )}
      </Section>
    </Page>
  )
}

const Awaited = ({ t, view }: { t: T; view: CommitteeView }) => {
  if (!view.manages) return null
  const url = committeeUrl(view.committee.id, '/sieges')
  if (view.candidates > 0)
    return (
      <Expected action={{ label: t('committee.candidatesSee'), href: `${url}#candidatures` }}>
        {t('committee.candidatesExpected', { n: view.candidates })}
      </Expected>
    )
  return view.ending > 0 ? (
    <Expected action={{ label: t('committee.manage'), href: url }}>{t('committee.endingExpected', { n: view.ending })}</Expected>
  ) : null
}

const actSaid = (t: T, locale: Locale, committee: Committee) =>
  t('committee.createdOn', { act: committee.act, day: formatDate(committee.actOn, locale) })
