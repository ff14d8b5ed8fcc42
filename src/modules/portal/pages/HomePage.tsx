import { Button, Expected, FeedLink, Listing, Page, Related, type RelatedList, Section, Empty, Time } from '#kernel/ui'
import type { CalendarEntry, PublicChange } from '#kernel/service'
import type { Card } from '../gather.ts'
import type { T } from '../locales/index.ts'
import { HowItWorks } from './HowItWorks.tsx'

export const HomePage = ({
  t,
  name,
  cards,
  changes,
  agenda,
  isSignedIn,
}: {
  t: T
  name: string
  cards: readonly Card[]
  changes: readonly PublicChange[]
  agenda: readonly CalendarEntry[]
  isSignedIn: boolean
}) => {
  const expected = cards.find(card => card.expected)?.expected
  return (
    <Page
      title={t('home.title', { name })}
      lead={t('home.lead')}
      expected={
        expected && (
          <Expected>
            <a href={expected.url}>{expected.text}</a>
          </Expected>
        )
      }
      aside={<Aside t={t} agenda={agenda} isSignedIn={isSignedIn} />}
    >
      {cards.filter(isForEveryone).map(card => (
        <Section key={card.title} title={card.title} lead={card.lead}>
          {card.items.length > 0 && <Listing items={card.items.map(item => ({ title: item.title, href: item.url, note: item.note }))} />}
          {card.more && (
            <p>
              <a href={card.more.url}>{card.more.label}</a>
            </p>
          )}
        </Section>
      ))}
      <Related level={2} groups={cards.filter(card => !isForEveryone(card)).map(listOf)} />
      {changes.length > 0 && (
        <Section title={t('home.changes')}>
          <Listing
            items={changes.map(change => ({
              title: change.title,
              href: change.url,
              text: change.text,
              note: <Time at={change.at.slice(0, 10)} />,
            }))}
          />
          <FeedLink href="/flux.atom" label={t('home.feed')} />
        </Section>
      )}
      {cards.length === 0 && changes.length === 0 && <Empty title={t('home.empty')}>{t('home.emptyText')}</Empty>}
    </Page>
  )
}

/** What anyone may take part in today is told at length; the rest in short lists side by side. */
const isForEveryone = ({ order }: Card) => order < 30
const listOf = ({ title, lead, items, more }: Card): RelatedList => ({ label: title, lead, links: items.slice(0, 3), more })

const Aside = ({ t, agenda, isSignedIn }: { t: T; agenda: readonly CalendarEntry[]; isSignedIn: boolean }) => (
  <>
    {!isSignedIn && (
      <div>
        <h2>{t('home.join')}</h2>
        <p>{t('home.joinText')}</p>
        <p>
          <Button kind="secondary" small href="/connexion">
            {t('home.signIn')}
          </Button>
        </p>
      </div>
    )}
    {agenda.length > 0 && (
      <div>
        <h2>{t('home.agenda')}</h2>
        {agenda.map(entry => (
          <p key={entry.id}>
            <a href={entry.url}>{entry.title}</a>
            <br />
            <Time at={entry.startsAt} />
            {entry.place && `, ${entry.place}`}
          </p>
        ))}
      </div>
    )}
    <div>
      <h2>{t('home.how')}</h2>
      <HowItWorks t={t} />
    </div>
  </>
)
