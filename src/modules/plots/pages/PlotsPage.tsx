import { AboutService, type AboutServiceProps } from '#modules/catalogue'
import { formatDate, formatNumber } from '#kernel/i18n'
import { Actions, Button, Drawing, Empty, Expected, FigureRow, Listing, type MapPath, Page, PlaceMap, Section } from '#kernel/ui'
import type { Garden, Plot } from '../queries/gardens.ts'
import type { Round } from '../queries/rounds.ts'
import { type Said, sayArea, sayWeight } from './parts.tsx'

interface Props extends Said {
  readonly gardens: readonly Garden[]
  readonly plots: readonly Plot[]
  readonly rounds: readonly Round[]
  readonly figures: { plots: number; held: number; squareMetres: number; grams: number; given: number }
  readonly waiting: number
  readonly about: AboutServiceProps | null
  readonly lines: readonly MapPath[]
  readonly places: readonly { readonly name: string; readonly latitude: number; readonly longitude: number }[]
  readonly expected: { readonly text: string; readonly label: string; readonly href: string } | null
  readonly isSignedIn: boolean
  readonly runsSome: boolean
  readonly isAgent: boolean
}

/** Where the gardens are, how one gets a plot, what they give. */
export const PlotsPage = (props: Props) => {
  const { t, locale, figures, rounds, waiting } = props
  return (
    <Page
      title={t('plots.title')}
      lead={t('plots.lead')}
      drawing={<Drawing name="garden" size="large" />}
      expected={
        props.expected && <Expected action={{ label: props.expected.label, href: props.expected.href }}>{props.expected.text}</Expected>
      }
    >
      <Actions>
        {rounds.some(one => one.stage === 'open') && <Button href="/jardins/demande">{t('round.apply')}</Button>}
        {props.isSignedIn && (
          <Button kind="secondary" href="/jardins/mes-parcelles">
            {t('mine.title')}
          </Button>
        )}
        <Button kind="secondary" href="/jardins/a-donner">
          {t('surplus.title')}
        </Button>
        {props.runsSome && (
          <Button kind="secondary" href="/jardins/tenue">
            {t('desk.title')}
          </Button>
        )}
      </Actions>
      <Gardens {...props} />
      <Section title={t('rounds.title')} id="demander">
        {rounds.length === 0 ? <p>{t('rounds.none')}</p> : <Rounds {...props} />}
        <p>
          <a href="/jardins/regles">{t('around.rules')}</a>
        </p>
        {props.isAgent && (
          <p>
            <a href="/jardins/campagnes/nouvelle">{t('round.new')}</a>
          </p>
        )}
      </Section>
      <Section title={t('plots.figures')} id="chiffres">
        <FigureRow
          figures={[
            { value: formatNumber(figures.plots, locale), label: t('figure.plots') },
            { value: formatNumber(figures.held, locale), label: t('figure.held') },
            { value: formatNumber(waiting, locale), label: t('figure.waiting') },
            { value: sayArea(figures.squareMetres, props), label: t('figure.area') },
            { value: sayWeight(figures.grams, props), label: t('figure.harvest') },
            { value: sayWeight(figures.given, props), label: t('figure.given') },
          ]}
        />
      </Section>
      {props.about && <AboutService {...props.about} />}
    </Page>
  )
}

const Gardens = (props: Props) => {
  const { t, locale, gardens, plots } = props
  if (gardens.length === 0)
    return (
      <Empty title={t('plots.empty')} drawing="garden">
        {t('plots.emptyText')}
      </Empty>
    )
  const numbered = gardens.map((garden, at) => ({ garden, number: String(at + 1) }))
  return (
    <Section title={t('gardens.list')} id="jardins">
      <PlaceMap
        title={t('map.title')}
        description={t('map.text')}
        paths={props.lines}
        places={props.places}
        marks={numbered.map(({ garden, number }) => ({
          number,
          title: garden.name,
          href: `/jardins/lieux/${garden.id}`,
          latitude: garden.latitude,
          longitude: garden.longitude,
          tone: garden.closedOn === null ? 'won' : 'not',
        }))}
      />
      <Listing
        items={numbered.map(({ garden, number }) => {
          const own = plots.filter(plot => plot.garden === garden.id && plot.withdrawnOn === null)
          return {
            title: `${number}. ${garden.name}`,
            href: `/jardins/lieux/${garden.id}`,
            text: garden.place,
            note:
              garden.closedOn === null
                ? t('garden.count', { plots: own.length, free: own.filter(plot => plot.tenancy === null).length })
                : t('garden.closed', { date: formatDate(garden.closedOn, locale) }),
          }
        })}
      />
      {props.isAgent && (
        <p>
          <a href="/jardins/lieux/nouveau">{t('garden.new')}</a>
        </p>
      )}
    </Section>
  )
}

export const sayStage = ({ t, locale }: Said, round: Round) =>
  t(`stage.${round.stage}`, {
    opens: formatDate(round.opensOn, locale),
    closes: formatDate(round.closesOn, locale),
    draw: formatDate(round.drawOn, locale),
    end: formatDate(round.seasonTo, locale),
  })
const Rounds = (props: Props) => (
  <Listing
    items={props.rounds.map(round => ({
      title: round.title,
      href: `/jardins/campagnes/${round.id}`,
      text: sayStage(props, round),
    }))}
  />
)
