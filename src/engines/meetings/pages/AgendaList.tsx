import type { Locale } from '#kernel/i18n'
import { Button, Empty, Prose, Section } from '#kernel/ui'
import { renderMarkdown } from '#engines/texts'
import type { T } from '../locales/index.ts'
import type { Item } from '../queries/agenda.ts'
import type { Session } from '../queries/session.ts'
import type { Viewer } from './viewer.ts'
import { MannersAsked } from './MannersAsked.tsx'
import { meetingUrl, nameIn } from './shared.tsx'

/** The agenda, and what members ask to add to it. */
export const AgendaList = ({ t, session, viewer }: { t: T; locale: Locale; session: Session; viewer: Viewer }) => {
  const before = session.meeting.state === 'planned' || session.meeting.state === 'convened'
  const agenda = session.items.filter(item => item.position !== null)
  const asked = before ? session.items.filter(item => item.position === null) : []
  return (
    <>
      <Section title={t('agenda.title')} id="ordre-du-jour">
        {agenda.length === 0 ? (
          <Empty title={t('agenda.empty')} />
        ) : (
          <ol>
            {agenda.map(item => (
              <li key={item.id}>
                <OneItem t={t} session={session} item={item} />
                {viewer.sits && !viewer.runs && <MannersAsked t={t} session={session} item={item} viewer={viewer} />}
              </li>
            ))}
          </ol>
        )}
        {before && (viewer.runs || viewer.sits) && !(session.assembly.charter.agenda.closedByNotice && session.convening) && (
          <p>
            <Button kind="secondary" href={meetingUrl(session, '/ordre-du-jour')}>
              {t(viewer.runs ? 'agenda.add' : 'agenda.ask')}
            </Button>
          </p>
        )}
      </Section>
      {asked.length > 0 && (
        <Section title={t('agenda.asked')} lead={t('agenda.askedLead')}>
          <ul>
            {asked.map(item => (
              <li key={item.id}>
                <OneItem t={t} session={session} item={item} />
                <p>{t('agenda.asking', { n: item.asking.length, names: item.asking.map(one => nameIn(t, session, one)).join(', ') })}</p>
                {viewer.sits && !item.asking.includes(viewer.personId ?? '') && (
                  <form method="post" action={meetingUrl(session, `/ordre-du-jour/${item.id}/appui`)}>
                    <Button small kind="secondary" label={t('agenda.supportOne', { title: item.title })}>
                      {t('agenda.support')}
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

const OneItem = ({ t, session, item }: { t: T; session: Session; item: Item }) => (
  <>
    <strong>{item.title}</strong>
    {item.byRule && <p class="soft">{item.byRule}</p>}
    {item.note && <Prose html={renderMarkdown(item.note, { under: 3 }).__html} />}
    {item.link && (
      <p>
        <a href={item.link}>{t('agenda.cause')}</a>
      </p>
    )}
    {session.votes
      .filter(vote => vote.itemId === item.id)
      .map(vote => (
        <p key={vote.id}>
          <a href={meetingUrl(session, `/votes/${vote.id}`)}>{vote.question}</a> ·{' '}
          {vote.result ? t(`outcome.${vote.result.outcome}`) : t('vote.underWay')}
        </p>
      ))}
  </>
)
