import { type Booking, sayState, sayWhen, type Session } from '#engines/booking'
import { Button, DefinitionList, Notice, Page, Section } from '#kernel/ui'
import type { Garden } from '../queries/gardens.ts'
import { crumbs, type Said } from './parts.tsx'

interface Props extends Said {
  readonly garden: Garden
  readonly day: Session
  readonly mine: Booking | null
  readonly isSignedIn: boolean
  /** Names of those who come, for who runs the garden. */
  readonly coming: readonly string[] | null
  readonly isPast: boolean
}

/** A collective day: when, where, how many come, and a place for oneself. */
export const DayPage = ({ t, locale, garden, day, mine, isSignedIn, coming, isPast }: Props) => {
  const left = day.capacity - day.placesTaken
  return (
    <Page
      title={day.name}
      kicker={t('garden.days')}
      lead={day.description}
      breadcrumb={crumbs(t, { label: garden.name, href: `/jardins/lieux/${garden.id}` })}
    >
      {day.cancelledAt !== null && (
        <Notice kind="warning" title={t('day.cancelled')}>
          {day.cancelledBecause}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t('day.when'), value: sayWhen(day, locale) },
          { term: t('garden.place'), value: day.place },
          { term: t('garden.access'), value: garden.access },
          { term: t('day.places'), value: t('day.placesValue', { taken: day.placesTaken, capacity: day.capacity }) },
        ]}
      />
      {day.cancelledAt === null && !isPast && (
        <Section title={t('day.come')} id="venir">
          {mine ? (
            <>
              <Notice kind="success">{sayState(mine.state, mine.stateUntil, locale)}</Notice>
              <form method="post" action={`/jardins/journees/${day.id}/desistement`}>
                <Button kind="secondary">{t('day.leave')}</Button>
              </form>
            </>
          ) : isSignedIn ? (
            <form method="post" action={`/jardins/journees/${day.id}/inscription`}>
              <Button>{t(left > 0 ? 'day.join' : 'day.wait')}</Button>
            </form>
          ) : (
            <p>{t('day.signIn')}</p>
          )}
        </Section>
      )}
      {coming !== null && (
        <Section title={t('day.coming')} id="inscrits">
          {coming.length === 0 ? (
            <p>{t('day.nobody')}</p>
          ) : (
            <ul>
              {coming.map((name, at) => (
                <li key={at}>{name}</li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </Page>
  )
}
