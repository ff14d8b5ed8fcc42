import type { Viewer } from './viewer.ts'
import { formatDate, type Locale } from '#kernel/i18n'
import { Actions, Address, Button, type Crumb, DefinitionList, Expected, FeedLink, Notice, Page, Section, Thread } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Session } from '../queries/session.ts'
import { mayJoin } from '../rules/mayJoin.ts'
import { isOver } from '../rules/states.ts'
import { AgendaList } from './AgendaList.tsx'
import { RunningMeeting } from './RunningMeeting.tsx'
import { meetingUrl, sayDelay, StateTag, when } from './shared.tsx'

/** A meeting: what, when, where, what is on the agenda, and what came of it. */
export const MeetingPage = ({
  t,
  locale,
  session,
  trail,
  viewer,
}: {
  t: T
  locale: Locale
  session: Session
  trail: readonly Crumb[]
  viewer: Viewer
}) => {
  const { meeting, convening, states } = session
  const cancelled = states.find(one => one.state === 'cancelled')
  const answer = session.registrations.find(one => one.person === viewer.personId)?.answer
  const registers = !isOver(meeting.state) && meeting.state !== 'opened' && (meeting.openTo === 'anyone' || viewer.sits)
  return (
    <Page
      title={meeting.title}
      kicker={<StateTag t={t} meeting={meeting} />}
      lead={when(t, locale, meeting)}
      breadcrumb={trail}
      expected={
        viewer.sits &&
        registers &&
        !answer && <Expected action={{ label: t('registration.say'), href: '#venir' }}>{t('registration.expected')}</Expected>
      }
      aside={
        <p>
          <FeedLink href={meetingUrl(session, '/reunion.ics')} label={t('calendar.meeting')} type="text/calendar" />
        </p>
      }
    >
      {cancelled && (
        <Notice kind="warning" title={t('state.cancelled')}>
          {cancelled.reason}
        </Notice>
      )}
      {meeting.state === 'adjourned' && (
        <Notice kind="warning" title={t('state.adjourned')}>
          {t('adjourned.text')}
        </Notice>
      )}
      {meeting.secondOf && (
        <Notice>
          {t('second.text')} <a href={`${session.assembly.path}/${meeting.secondOf}`}>{t('second.first')}</a>
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t('plan.place'), value: meeting.place },
          { term: t('plan.address'), value: meeting.address && <Address lines={[meeting.address]} /> },
          {
            term: t('plan.link'),
            value: meeting.link && mayJoin(meeting, viewer) && (
              <a href={meeting.link} rel="noreferrer">
                {meeting.link}
              </a>
            ),
          },
          { term: t('plan.openTo'), value: t(`open.${meeting.openTo}`) },
          {
            term: t('notice.title'),
            value:
              convening &&
              t('notice.sentOn', { day: formatDate(convening.delay.convenedOn, locale), delay: sayDelay(t, convening.delay.delay) }) +
                (convening.urgentReason ? ` ${t('notice.urgent', { reason: convening.urgentReason })}` : ''),
          },
          {
            term: t('registration.coming'),
            value: t('registration.count', { n: session.registrations.filter(one => one.answer === 'coming').length }),
          },
        ]}
      />
      {viewer.runs && <RunningMeeting t={t} session={session} />}
      {viewer.sits && !viewer.runs && (meeting.state === 'convened' || meeting.state === 'opened') && (
        <p>
          <Button kind="secondary" href={meetingUrl(session, '/presence')}>
            {t(meeting.state === 'opened' ? 'attendance.sign' : 'proxy.mine')}
          </Button>
        </p>
      )}
      <AgendaList t={t} locale={locale} session={session} viewer={viewer} />
      {registers && viewer.personId && (
        <Section
          title={t('registration.title')}
          id="venir"
          lead={answer && t(`registration.${answer === 'coming' ? 'youCome' : 'youAreExcused'}`)}
        >
          <form method="post" action={meetingUrl(session, '/inscription')}>
            <Actions>
              {answer !== 'coming' && (
                <Button name="answer" value="coming">
                  {t('registration.come')}
                </Button>
              )}
              {answer !== 'excused' && (
                <Button kind="secondary" name="answer" value="excused">
                  {t('registration.excuse')}
                </Button>
              )}
            </Actions>
          </form>
        </Section>
      )}
      {(session.approval || ((viewer.sits || viewer.runs) && session.minutes.length > 0)) && (
        <Section title={t('minutes.title')}>
          <p>
            <a href={meetingUrl(session, '/proces-verbal')}>{session.approval ? t('minutes.read') : t('minutes.readDraft')}</a>
          </p>
        </Section>
      )}
      {session.documents.length > 0 && (
        <Section title={t('documents.title')}>
          <ul>
            {session.documents.map(one => (
              <li key={one.id}>
                <a href={one.url}>{one.title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('history.title')}>
        <Thread
          entries={states.map(one => ({ kind: 'act', at: one.at, title: t(`history.${one.state}`), text: one.reason || undefined }))}
        />
      </Section>
    </Page>
  )
}
