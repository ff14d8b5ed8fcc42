import { formatNumber, type Locale } from '#kernel/i18n'
import { GroundPlan, Table, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Garden, Plot } from '../queries/gardens.ts'
import type { Letter } from '../queries/tenancies.ts'
import { sayFacts } from '../sayFacts.ts'

export interface Said {
  readonly t: T
  readonly locale: Locale
}
export const crumbs = (t: T, ...more: readonly { readonly label: string; readonly href: string }[]) => [
  { label: t('plots.title'), href: '/jardins' },
  ...more,
]
export const sayArea = (squareMetres: number, { t, locale }: Said) => t('unit.area', { n: formatNumber(squareMetres, locale) })
export const sayWeight = (grams: number, { t, locale }: Said) => t('unit.weight', { n: formatNumber(grams / 1000, locale) })
export const sayCrop = (kind: string, t: T) => t(`crop.${kind}` as 'crop.other') // kinds come from the same list as the words

/** What a plot is today, in public: never a name unless its holder chose it. */
export const sayPlot = (plot: Plot, t: T): string => {
  if (plot.withdrawnOn !== null && plot.tenancy === null) return t('plot.withdrawn', { reason: plot.withdrawnBecause })
  if (plot.tenancy === null) return t('plot.free')
  if (!plot.isSigned) return t('plot.offered')
  return plot.shownName === null ? t('plot.held') : t('plot.heldBy', { name: plot.shownName })
}

export const GardenPlan = ({ t, garden, plots }: Said & { garden: Garden; plots: readonly Plot[] }) => (
  <>
    <GroundPlan
      title={t('garden.plan')}
      description={t('garden.planText')}
      width={garden.width}
      height={garden.height}
      areas={plots.map(plot => ({
        label: plot.number,
        title: `${t('plot.number')} ${plot.number} : ${sayPlot(plot, t)}`,
        href: '#parcelles',
        tone: plot.tenancy !== null ? 'taken' : plot.withdrawnOn !== null ? 'out' : 'free',
        isDouble: plot.kind === 'raised',
        x: plot.x,
        y: plot.y,
        width: plot.width,
        height: plot.height,
      }))}
    />
    <p>
      <a href="#parcelles">{t('garden.planTable')}</a>
    </p>
  </>
)

/** What was written to somebody, when, and how it reached them. */
export const Letters = ({ t, locale, letters }: Said & { letters: readonly Letter[] }) =>
  letters.length === 0 ? null : (
    <Table
      caption={t('application.told')}
      hideCaption
      head={[t('letter.title'), t('letter.when'), t('letter.how')]}
      rows={letters.map(letter => [
        <>
          {t(`letter.${letter.kind}`)}
          <details>
            <summary>{t('letter.read')}</summary>
            <p>{t(`mail.${letter.kind}Text`, sayFacts(letter.facts, locale))}</p>
          </details>
        </>,
        <Time at={letter.at} />,
        letter.handedOn === null
          ? t(`channel.${letter.channel}`)
          : t('channel.handed', { date: sayFacts({ on: letter.handedOn }, locale)['on'] ?? '' }),
      ])}
    />
  )
