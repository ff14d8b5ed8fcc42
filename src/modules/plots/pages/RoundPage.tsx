import { readApplication } from '#engines/booking'
import type { Form } from '#kernel/forms'
import { formatDate } from '#kernel/i18n'
import { Actions, Button, DefinitionList, Disclosure, ErrorSummary, Field, Page, Section, Table, Time } from '#kernel/ui'
import type { Seed } from '../forms.ts'
import type { Application, Round } from '../queries/rounds.ts'
import { type Tier, tiers } from '../rules/priority.ts'
import { crumbs, type Said } from './parts.tsx'
import { sayStage } from './PlotsPage.tsx'

interface Props extends Said {
  readonly round: Round
  readonly applications: readonly Application[]
  /** Of each application, by number, as the rules of the day give it. */
  readonly tierOf: ReadonlyMap<number, Tier>
  readonly waitedYears: number
  readonly seed: Form<Seed>
  readonly runs: boolean
  /** Links to each application, for those who run the gardens. */
  readonly today: string
}

/** A round of applications: its rules, its numbers, its list and its draw, which anybody may replay. */
export const RoundPage = (props: Props) => {
  const { t, locale, round, applications, waitedYears, runs } = props
  const date = (day: string) => formatDate(day, locale)
  return (
    <Page title={round.title} kicker={t('rounds.title')} lead={sayStage(props, round)} breadcrumb={crumbs(t)} width="wide">
      {round.stage === 'open' && (
        <Actions>
          <Button href="/jardins/demande">{t('round.apply')}</Button>
        </Actions>
      )}
      <DefinitionList
        items={[
          { term: t('round.season'), value: t('round.seasonValue', { from: date(round.seasonFrom), to: date(round.seasonTo) }) },
          { term: t('round.opens'), value: t('round.opensValue', { from: date(round.opensOn), to: date(round.closesOn) }) },
          { term: t('round.draw'), value: date(round.drawOn) },
          { term: t('round.seed'), value: round.seedSource },
          { term: t('round.count'), value: String(applications.length) },
        ]}
      />
      <Section title={t('method.title')} id="methode">
        <p>{t('method.text')}</p>
        <ol>
          {tiers.map(tier => (
            <li key={tier}>{t(`tier.${tier}`, { n: waitedYears })}</li>
          ))}
        </ol>
        <p>{t('rules.wishes')}</p>
        <p>
          <a href="/jardins/regles">{t('around.rules')}</a>
        </p>
      </Section>
      {round.allocation === null ? <Numbers {...props} /> : <Published {...props} allocation={round.allocation} />}
      {runs && <Runs {...props} />}
    </Page>
  )
}

const Numbers = ({ t, applications, tierOf, runs }: Props) => (
  <Section title={t('round.numbers')} id="numeros" lead={t('round.numbersLead')}>
    {applications.length === 0 ? (
      <p>{t('round.none')}</p>
    ) : (
      <Table
        caption={t('round.numbers')}
        hideCaption
        head={[t('round.number'), t('round.askedOn'), t('round.priority')]}
        rows={applications.map(one => [
          runs ? <a href={`/jardins/demandes/${one.id}`}>{one.number}</a> : String(one.number),
          <Time at={one.askedAt} />,
          t('tier.short', { n: tierOf.get(one.number) ?? 4 }),
        ])}
      />
    )}
  </Section>
)

const Published = ({ t, allocation }: Props & { readonly allocation: NonNullable<Round['allocation']> }) => {
  const nameOf = new Map(allocation.offers.map(offer => [offer.id, offer.name]))
  const sayWishes = (wishes: readonly string[]) => {
    const named = wishes.flatMap(id => nameOf.get(id) ?? [])
    const [first, ...more] = named
    return first === undefined ? t('round.noWish') : more.length === 0 ? first : t('round.wishesMore', { first, n: more.length })
  }
  const waiting = (allocation.result ?? []).filter(one => one.offer === null).map(one => one.pseudonym)
  const rows =
    allocation.result === null
      ? allocation.inputs.map(readApplication).map(one => [one.pseudonym, t('tier.short', { n: one.tier }), sayWishes(one.wishes)])
      : allocation.result.map(one => [
          `${one.rank}`,
          one.pseudonym,
          t('tier.short', { n: one.tier }),
          one.offer === null
            ? t('round.waits', { n: waiting.indexOf(one.pseudonym) + 1 })
            : t('round.gets', { plot: nameOf.get(one.offer) ?? '', wish: one.wish ?? 1 }),
        ])
  const head =
    allocation.result === null
      ? [t('round.pseudonym'), t('round.priority'), t('round.wishes')]
      : [t('round.rank'), t('round.pseudonym'), t('round.priority'), t('round.result')]
  return (
    <Section title={t('round.list')} id="liste" lead={t('round.listLead')}>
      <Table caption={t('round.list')} hideCaption head={head} rows={rows} />
      <DefinitionList
        items={[
          { term: t('round.digest'), value: <code>{allocation.commitment}</code> },
          { term: t('round.publishedOn'), value: <Time at={allocation.publishedAt} /> },
          { term: t('round.seedGiven'), value: allocation.seed?.text },
          { term: t('round.witnesses'), value: allocation.seed?.witnesses },
        ]}
      />
      <p>
        {t('round.replay')} <a href={`/reservations/tirages/${allocation.id}`}>{t('round.replayLink')}</a>
      </p>
      <Disclosure summary={t('round.lines')}>
        <pre class="wrapped">{allocation.inputs.join('\n')}</pre>
      </Disclosure>
    </Section>
  )
}

const Runs = ({ t, locale, round, seed, today }: Props) => (
  <Section title={t('round.runs')} id="tenir">
    {round.stage === 'closed' && (
      <form method="post" action={`/jardins/campagnes/${round.id}/liste`}>
        <p>{t('round.publishText')}</p>
        <Button>{t('round.publish')}</Button>
      </form>
    )}
    {round.stage === 'published' && today < round.drawOn && <p>{t('round.drawLater', { date: formatDate(round.drawOn, locale) })}</p>}
    {round.stage === 'published' && today >= round.drawOn && (
      <form method="post" action={`/jardins/campagnes/${round.id}/tirage`} noValidate>
        <ErrorSummary form={seed} />
        <Field form={seed} name="seed" label={t('round.seedField')} hint={round.seedSource} />
        <Field form={seed} name="witnesses" label={t('round.witnessField')} hint={t('round.witnessHint')} />
        <Button>{t('round.drawNow')}</Button>
      </form>
    )}
    {(round.stage === 'open' || round.stage === 'announced') && (
      <p>{t('round.publishLater', { date: formatDate(round.closesOn, locale) })}</p>
    )}
    {(round.stage === 'drawn' || round.stage === 'over') && (
      <p>
        <a href="/jardins/tenue">{t('desk.title')}</a>
      </p>
    )}
  </Section>
)
