import { dayInParis } from '#kernel/clock'
import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import type { Body } from '#kernel/world'
import { Actions, Bars, Button, DownloadLinks, Empty, FigureRow, Listing, Notice, Page, Section } from '#kernel/ui'
import { dimensionLabels, marginsOf, type PopulationFigures, totalOf } from '../figures.ts'
import type { T } from '../locales/index.ts'
import type { PopulationVersion } from '../queries.ts'
import { CrossedFigures } from './CrossedFigures.tsx'
import { Provenance } from './Provenance.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly body: Body
  readonly version: PopulationVersion | null
  readonly figures: PopulationFigures | null
  readonly versions: readonly PopulationVersion[]
  readonly current: string | null
  readonly names: ReadonlyMap<string, string>
  readonly mayImport: boolean
}

export const PopulationPage = (props: Props) => {
  const { t, version, figures, current, mayImport } = props
  if (!version || !figures) return <NothingYet {...props} />
  const shown = version.id === current
  const draft = version.publishedAt === null
  const date = formatDate(version.referenceOn, props.locale)
  return (
    <Page
      title={draft ? t('page.draft') : shown ? t('page.title') : t('page.version', { date })}
      lead={draft ? t('page.draftLead') : t('page.lead')}
      breadcrumb={shown ? undefined : [{ label: t('page.title'), href: '/population' }]}
      aside={<Provenance {...props} version={version} />}
    >
      {draft && <Checks {...props} figures={figures} />}
      {draft && (
        <form method="post" action={`/population/versions/${version.id}/publication`}>
          <p>{t('version.publishNote')}</p>
          <Button>{t('version.publish')}</Button>
        </form>
      )}
      {!draft && !shown && (
        <Notice>
          {t('page.old')} <a href="/population">{t('page.seeCurrent')}</a>
        </Notice>
      )}
      <Figures {...props} figures={figures} date={date} />
      {shown && (
        <DownloadLinks
          title={t('download.title')}
          links={[
            { href: '/donnees-ouvertes/population.csv', label: t('download.csv') },
            { href: '/donnees-ouvertes/population.json', label: t('download.json') },
          ]}
        />
      )}
      {mayImport && !draft && (
        <Actions>
          <Button kind="secondary" href="/population/import">
            {t('import.link')}
          </Button>
        </Actions>
      )}
      <Versions {...props} />
    </Page>
  )
}

const NothingYet = (props: Props) => (
  <Page title={props.t('page.title')} lead={props.t('page.lead')}>
    <Empty
      title={props.t('empty.title')}
      action={props.mayImport ? { label: props.t('import.link'), href: '/population/import' } : undefined}
    >
      {props.t(props.mayImport ? 'empty.agent' : 'empty.reader')}
    </Empty>
    <Versions {...props} />
  </Page>
)

const Figures = ({ t, locale, figures, date }: Props & { figures: PopulationFigures; date: string }) => {
  const margins = marginsOf(figures)
  const [first] = margins
  const districts = margins.find(({ dimension }) => dimension === 'district')?.categories.length
  return (
    <>
      <FigureRow
        figures={[
          ...(first
            ? [{ value: formatNumber(totalOf(first), locale), label: t('figure.people'), note: t('figure.onDate', { date }) }]
            : []),
          ...(districts ? [{ value: formatNumber(districts, locale), label: t('figure.districts', { n: districts }) }] : []),
        ]}
      />
      {margins.map(({ dimension, categories }) => (
        <Section key={dimension} title={t(`by.${dimension}`)} id={dimension}>
          <Bars
            title={t('by.share')}
            unit={t('by.unit')}
            bars={categories.map(({ label, count }) => ({ label: label[locale], value: count }))}
          />
        </Section>
      ))}
      {figures.form === 'crossed' && <CrossedFigures t={t} locale={locale} figures={figures} />}
    </>
  )
}

/** What looks odd in figures not yet published: they may still be right. */
const Checks = ({ t, locale, figures, body }: Props & { figures: PopulationFigures }) => {
  const [first, ...others] = marginsOf(figures)
  if (!first) return null
  const total = totalOf(first)
  const said = (n: number) => formatNumber(n, locale)
  const name = (dimension: keyof typeof dimensionLabels) => dimensionLabels[dimension][locale].toLowerCase()
  const warnings = [
    ...others
      .filter(margin => totalOf(margin) !== total)
      .map(margin =>
        t('warn.totals', { one: name(first.dimension), n: said(total), other: name(margin.dimension), m: said(totalOf(margin)) }),
      ),
    ...(body.population !== null && Math.abs(total - body.population) > body.population / 10
      ? [t('warn.body', { n: said(total), m: said(body.population) })]
      : []),
  ]
  return warnings.length === 0 ? null : (
    <Notice kind="warning" title={t('warn.title')}>
      <ul>
        {warnings.map(warning => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  )
}

const Versions = ({ t, locale, versions, current }: Props) =>
  versions.length === 0 ? null : (
    <Section title={t('versions.title')} id="versions">
      <Listing
        items={versions.map(({ id, source, referenceOn, publishedAt }) => ({
          title: t('versions.about', { source, date: formatDate(referenceOn, locale) }),
          href: `/population/versions/${id}`,
          note:
            publishedAt === null
              ? t('versions.draft')
              : `${t('versions.publishedOn', { date: formatDate(dayInParis(publishedAt), locale) })}${id === current ? ` · ${t('versions.current')}` : ''}`,
        }))}
      />
    </Section>
  )
