import { FollowButton } from '#engines/following'
import type { Meeting } from '#engines/meetings'
import { formatDateTime, type Locale } from '#kernel/i18n'
import { Actions, Button, DownloadLinks, Empty, FeedLink, FigureRow, Listing, OpenFigure, Page, Section, Time } from '#kernel/ui'
import { councilOwner, deliberationUrl, listUrl, liveUrl, sessionsPath, sittingUrl } from '../council.ts'
import type { T } from '../locales/index.ts'
import type { DeliberationLine } from '../queries/deliberations.ts'
import type { Mandate } from '../queries/mandates.ts'
import type { WaitingItem } from '../returned.ts'
import { noteOf } from './shared.tsx'

export interface CouncilView {
  readonly members: readonly Mandate[]
  readonly seats: number | null
  /** The latest first. */
  readonly sessions: readonly Meeting[]
  readonly deliberations: readonly DeliberationLine[]
  /** What comes back to the council and is on no agenda yet. */
  readonly waiting: readonly WaitingItem[]
  readonly manages: boolean
  readonly signedIn: boolean
  readonly isFollowing: boolean
  readonly now: string
}

/** The council on one page: when it meets, what it decided, who sits. */
export const CouncilPage = ({ t, locale, view }: { t: T; locale: Locale; view: CouncilView }) => {
  const ahead = view.sessions.filter(one => one.state === 'planned' || one.state === 'convened').toReversed()
  const running = view.sessions.find(one => one.state === 'opened')
  const held = view.sessions.filter(one => one.state === 'closed').slice(0, 5)
  return (
    <Page
      title={t('council.title')}
      lead={t('council.lead')}
      aside={
        <>
          {view.signedIn && <FollowButton locale={locale} subject={councilOwner} back="/conseil" isFollowing={view.isFollowing} />}
          {view.sessions.length > 0 && (
            <p>
              <FeedLink href={`${sessionsPath}/agenda.ics`} label={t('council.calendar')} type="text/calendar" />
            </p>
          )}
          <DownloadLinks
            title={t('council.data')}
            links={[
              { href: '/donnees-ouvertes/deliberations-scdl.csv', label: t('council.scdl'), note: 'CSV' },
              { href: '/conseil/votes.popolo.json', label: t('council.popolo'), note: 'JSON' },
              { href: '/donnees-ouvertes/conseil-membres.csv', label: t('council.membersFile'), note: 'CSV' },
            ]}
          />
        </>
      }
    >
      {running && (
        <p>
          <Button href={liveUrl(running.id)}>{t('council.live', { title: running.title })}</Button>
        </p>
      )}
      <FigureRow
        figures={[
          {
            label: t('council.members'),
            value:
              view.seats === null ? (
                String(view.members.length)
              ) : (
                <OpenFigure
                  value={t('council.seated', { n: view.members.length, seats: view.seats })}
                  rule={t('council.seatsRule')}
                  source={{ label: 'CGCT, L2121-2', href: '/conseil/regles' }}
                />
              ),
          },
        ]}
      />
      <Actions>
        <Button kind="secondary" href="/conseil/composition">
          {t('composition.title')}
        </Button>
        <Button kind="secondary" href="/conseil/deliberations">
          {t('deliberations.title')}
        </Button>
        <Button kind="secondary" href="/conseil/registre">
          {t('register.title')}
        </Button>
        <Button kind="secondary" href="/conseil/regles">
          {t('rules.title')}
        </Button>
      </Actions>
      <Section title={t('council.ahead')}>
        {ahead.length > 0 ? (
          <Listing
            items={ahead.map(one => ({
              title: one.title,
              href: sittingUrl(one.id),
              text: formatDateTime(one.startsAt, locale),
              note: t(`session.${one.state === 'convened' ? 'convened' : 'planned'}`),
              drawing: 'meeting' as const,
            }))}
          />
        ) : (
          <Empty title={t('council.noneAhead')} drawing="meeting">
            {t('council.noneAheadText')}
          </Empty>
        )}
        {view.manages && view.members.length > 0 && (
          <p>
            <Button href={`${sessionsPath}/nouvelle`}>{t('council.plan')}</Button>
          </p>
        )}
      </Section>
      {view.waiting.length > 0 && (
        <Section title={t('council.waiting')} lead={t('council.waitingLead')} id="a-inscrire">
          <Listing items={view.waiting.map(one => ({ title: one.title, href: one.url, note: <Time at={one.since.slice(0, 10)} /> }))} />
        </Section>
      )}
      <Section title={t('council.latest')}>
        {view.deliberations.length > 0 ? (
          <Listing
            items={view.deliberations.map(one => ({
              title: one.title,
              href: deliberationUrl(one.id),
              note: `${t(`outcome.${one.outcome}`)} · ${noteOf(t, locale, one)}`,
              drawing: 'paper' as const,
            }))}
          />
        ) : (
          <p>{t('council.noneYet')}</p>
        )}
      </Section>
      {held.length > 0 && (
        <Section title={t('council.held')}>
          <Listing
            items={held.map(one => ({
              title: one.title,
              href: sittingUrl(one.id),
              text: formatDateTime(one.startsAt, locale),
              note: (
                <>
                  <a href={listUrl(one.id)}>{t('list.title')}</a>
                  {one.minutesApproved && (
                    <>
                      {' · '}
                      <a href={sittingUrl(one.id, '/proces-verbal')}>{t('minutes.published')}</a>
                      {' · '}
                      <a href={`/conseil/proces-verbaux/${one.id}`}>{t('minutes.xml')}</a>
                    </>
                  )}
                </>
              ),
            }))}
          />
          <p>
            <a href={sessionsPath}>{t('council.allSessions')}</a>
          </p>
        </Section>
      )}
    </Page>
  )
}
