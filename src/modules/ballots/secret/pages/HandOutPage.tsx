import type { Locale } from '#kernel/i18n'
import { Button, Listing, Notice, Page, SearchBox, Section } from '#kernel/ui'
import { type Mark, type Standing, StandingPanel } from '#modules/roll'
import { words } from '../../locales/index.ts'
import { crumbs } from '../../pages/crumbs.ts'
import type { Ballot } from '../../queries/ballots.ts'
import type { ST } from '../locales.ts'

interface Props {
  readonly t: ST
  readonly locale: Locale
  readonly ballot: Ballot
  readonly typed: string
  readonly found: readonly { readonly id: string; readonly name: string }[] | null
  readonly person: { readonly id: string; readonly name: string; readonly mark: Mark | null; readonly standing: Standing } | null
  readonly minimumAge: number | null
}

/** Marks on the roll that somebody was handed a code: never which. */
export const HandOutPage = ({ t, locale, ballot, typed, found, person, minimumAge }: Props) => {
  const path = `/votes/${ballot.id}/secret/remise`
  return (
    <Page title={t('hand.title')} kicker={ballot.title} breadcrumb={crumbs(words(locale), ballot)} lead={t('hand.lead')}>
      <SearchBox action={path} name="nom" label={t('hand.search')} value={typed} />
      {found !== null && found.length === 0 && <p>{t('hand.nobody')}</p>}
      {person === null && found !== null && (
        <Listing level={2} items={found.map(one => ({ title: one.name, href: `${path}?personne=${one.id}` }))} />
      )}
      {person && (
        <Section title={person.name}>
          {person.mark === null && person.standing.ok && (
            <form method="post" action={path}>
              <input type="hidden" name="person" value={person.id} />
              <Button>{t('hand.mark')}</Button>
            </form>
          )}
          {person.mark === null && !person.standing.ok && (
            <StandingPanel locale={locale} standing={person.standing} minimumAge={minimumAge} back={path} />
          )}
          {person.mark !== null && person.mark.channel === 'screen' && (
            <Notice kind="success" title={t('hand.marked')}>
              {t('hand.markedText')}
            </Notice>
          )}
          {person.mark !== null && person.mark.channel !== 'screen' && <Notice>{t('hand.other')}</Notice>}
        </Section>
      )}
    </Page>
  )
}
