import type { Locale } from '#kernel/i18n'
import { Button, type Crumb, Empty, FeedLink, Listing, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Assembly } from '../queries/assemblies.ts'
import type { Meeting } from '../queries/meetings.ts'
import { isOver } from '../rules/states.ts'
import { StateTag, when } from './shared.tsx'

/** Meetings of an assembly: those to come, then those held. */
export const MeetingsPage = ({
  t,
  locale,
  assembly,
  trail,
  meetings,
  runs,
  personal,
}: {
  t: T
  locale: Locale
  assembly: Assembly
  trail: readonly Crumb[]
  meetings: readonly Meeting[]
  runs: boolean
  personal: string | null
}) => {
  const ahead = meetings.filter(meeting => !isOver(meeting.state)).toReversed()
  const held = meetings.filter(meeting => isOver(meeting.state))
  const items = (some: readonly Meeting[]) =>
    some.map(meeting => ({
      title: meeting.title,
      href: `${assembly.path}/${meeting.id}`,
      text: `${when(t, locale, meeting)}${meeting.place ? ` · ${meeting.place}` : ''}`,
      note: (
        <>
          <StateTag t={t} meeting={meeting} />
          {meeting.minutesApproved && <> {t('minutes.published')}</>}
        </>
      ),
    }))
  return (
    <Page
      title={t('meetings.title')}
      lead={assembly.name}
      breadcrumb={trail}
      aside={
        <>
          <p>
            <FeedLink href={`${assembly.path}/agenda.ics`} label={t('calendar.assembly')} type="text/calendar" />
          </p>
          {personal && (
            <p>
              <FeedLink href={personal} label={t('calendar.mine')} type="text/calendar" />
            </p>
          )}
        </>
      }
    >
      {runs && (
        <p>
          <Button href={`${assembly.path}/nouvelle`}>{t('meeting.plan')}</Button>
        </p>
      )}
      <Section title={t('meetings.ahead')}>
        {ahead.length > 0 ? <Listing items={items(ahead)} /> : <Empty title={t('meetings.noneAhead')}>{t('meetings.noneAheadText')}</Empty>}
      </Section>
      {held.length > 0 && (
        <Section title={t('meetings.held')}>
          <Listing items={items(held)} />
        </Section>
      )}
    </Page>
  )
}
