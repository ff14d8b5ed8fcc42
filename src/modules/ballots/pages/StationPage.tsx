import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Listing, Notice, Page, SearchBox, Section, Time } from '#kernel/ui'
import { type Mark, type Standing, StandingPanel } from '#modules/roll'
import type { Locale } from '#kernel/i18n'
import type { RevokeForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Ballot } from '../queries/ballots.ts'
import { crumbs } from './crumbs.ts'

export interface Voter {
  readonly id: string
  readonly name: string
  readonly mark: Mark | null
  readonly standing: Standing
}
interface Props {
  readonly t: T
  readonly locale: Locale
  readonly ballot: Ballot
  readonly typed: string
  readonly found: readonly { readonly id: string; readonly name: string }[] | null
  readonly voter: Voter | null
  readonly minimumAge: number | null
  readonly revoke: Form<RevokeForm>
}

/** The screen of the polling station: find a person, mark that they vote here, or settle an electronic ballot first. */
export const StationPage = (props: Props) => {
  const { t, ballot, typed, found, voter } = props
  const path = `/votes/${ballot.id}/bureau`
  return (
    <Page title={t('station.title')} kicker={ballot.title} breadcrumb={crumbs(t, ballot)} lead={t('station.lead')}>
      <SearchBox action={path} name="nom" label={t('station.search')} value={typed} />
      {found !== null && found.length === 0 && (
        <p>
          {t('station.nobody')} <a href="/guichet">{t('station.desk')}</a>
        </p>
      )}
      {voter === null && found !== null && (
        <Listing level={2} items={found.map(person => ({ title: person.name, href: `${path}?personne=${person.id}` }))} />
      )}
      {voter && <OneVoter {...props} voter={voter} />}
    </Page>
  )
}

const OneVoter = ({ t, locale, ballot, voter, minimumAge, revoke }: Props & { voter: Voter }) => {
  const path = `/votes/${ballot.id}/bureau`
  return (
    <Section title={voter.name}>
      {voter.mark === null && !voter.standing.ok && (
        <StandingPanel locale={locale} standing={voter.standing} minimumAge={minimumAge} back={path} />
      )}
      {voter.mark === null && voter.standing.ok && (
        <>
          <Notice kind="success" title={t('station.may')}>
            {t('station.mayText')}
          </Notice>
          <form method="post" action={`${path}/marques`}>
            <input type="hidden" name="person" value={voter.id} />
            <Button name="channel" value="station">
              {t('station.mark')}
            </Button>{' '}
            <Button kind="secondary" name="channel" value="paper">
              {t('station.markPaper')}
            </Button>
          </form>
        </>
      )}
      {voter.mark && (
        <>
          <Notice kind="warning" title={t(`station.already.${voter.mark.channel}`)}>
            <p>
              <Time at={voter.mark.at} />. {t(isElectronic(voter.mark) ? 'station.revokeText' : 'station.correctText')}
            </p>
          </Notice>
          <ErrorSummary form={revoke} />
          <form method="post" action={`${path}/revocation`} noValidate>
            <input type="hidden" name="person" value={voter.id} />
            <Field form={revoke} name="reason" label={t('station.reason')} />
            <Button kind="danger">{t(isElectronic(voter.mark) ? 'station.revoke' : 'station.correct')}</Button>
          </form>
        </>
      )}
    </Section>
  )
}

const isElectronic = ({ channel }: Mark) => channel === 'screen' || channel === 'desk'
