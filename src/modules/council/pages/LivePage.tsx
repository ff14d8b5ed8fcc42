import { liveQuorum, type Session } from '#engines/meetings'
import { formatTime, type Locale } from '#kernel/i18n'
import { Button, Disclosure, Empty, Notice, Page, Section, Verdict } from '#kernel/ui'
import { listUrl, liveUrl, sittingUrl } from '../council.ts'
import type { T } from '../locales/index.ts'
import { home, nameOf } from './shared.tsx'

/** A session as anyone follows it: is there a quorum, what is being voted, what was decided. It is read again when one asks. */
export const LivePage = ({ t, locale, session, now }: { t: T; locale: Locale; session: Session; now: string }) => {
  const { meeting } = session
  const open = session.votes.filter(vote => vote.closedAt === null)
  const quorum = liveQuorum(session)
  const all = quorum.lines[0]
  const named = (person: string) => nameOf(t, session.names.get(person) ?? '')
  return (
    <Page
      title={t('live.title')}
      kicker={t(`live.state.${meeting.state}`)}
      lead={meeting.title}
      breadcrumb={[home(t), { label: meeting.title, href: sittingUrl(meeting.id) }]}
    >
      <p>
        {t('live.asOf', { at: formatTime(now, locale) })}{' '}
        <Button small kind="secondary" href={liveUrl(meeting.id)}>
          {t('live.refresh')}
        </Button>
      </p>
      {meeting.state === 'closed' && (
        <Notice>
          {t('live.over')} <a href={listUrl(meeting.id)}>{t('list.title')}</a>
        </Notice>
      )}
      {(meeting.state === 'planned' || meeting.state === 'convened') && <Notice>{t('live.notYet')}</Notice>}
      {meeting.state === 'opened' && (
        <Verdict is={quorum.reached ? 'allowed' : 'missing'} title={t(quorum.reached ? 'live.quorum' : 'live.noQuorum')}>
          {t('live.quorumText', { present: all?.present, sitting: all?.sitting, needed: all?.needed ?? 0, represented: all?.represented })}
        </Verdict>
      )}
      {open.length > 0 && (
        <Section title={t('live.voting')}>
          {open.map(vote => (
            <p key={vote.id}>
              <strong>{vote.question}</strong>
              <br />
              {t(`live.manner.${vote.manner}`)}
              {vote.manner !== 'secret' && ` · ${t('live.voices', { n: vote.ballots.length })}`}
            </p>
          ))}
        </Section>
      )}
      <Section title={t('live.agenda')}>
        {session.items.length === 0 ? (
          <Empty title={t('live.noAgenda')} />
        ) : (
          <ol>
            {session.items
              .filter(item => item.position !== null)
              .map(item => (
                <li key={item.id}>
                  {item.title}
                  {session.votes
                    .filter(vote => vote.itemId === item.id && vote.result)
                    .map(vote => (
                      <p key={vote.id}>
                        <a href={sittingUrl(meeting.id, `/votes/${vote.id}`)}>{vote.question}</a> ·{' '}
                        <strong>{t(`outcome.${vote.result?.outcome ?? 'postponed'}`)}</strong>
                        {vote.result?.lines[0] &&
                          ` · ${t('count', {
                            yes: vote.result.lines[0].for,
                            no: vote.result.lines[0].against,
                            abstention: vote.result.lines[0].abstention + vote.result.lines[0].blank,
                          })}`}
                      </p>
                    ))}
                </li>
              ))}
          </ol>
        )}
      </Section>
      {meeting.state === 'opened' && (
        <Disclosure summary={t('live.who', { n: session.present.length })}>
          <ul>
            {session.present.map(person => (
              <li key={person}>{named(person)}</li>
            ))}
            {session.proxies
              .filter(one => !session.present.includes(one.giver))
              .map(one => (
                <li key={one.id}>{t('live.carried', { name: named(one.giver), holder: named(one.holder) })}</li>
              ))}
          </ul>
        </Disclosure>
      )}
    </Page>
  )
}
