import { formatDate, type Locale } from '#kernel/i18n'
import { Disclosure, Table, Trend } from '#kernel/ui'
import type { Commitment } from '../commitment.ts'
import type { T } from '../locales/index.ts'
import { meets } from '../rules/standing.ts'
import { sayFigure, sayPromise } from '../saying.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly commitment: Commitment
}

/** The figures over time against the target; each one's gap and source under the chart. */
export const Readings = ({ t, locale, commitment }: Props) => {
  const { readings, unit, target, indicator, dueOn } = commitment
  if (readings.length === 0) return <p>{t('page.noFigures')}</p>
  const promise = `${sayPromise(t, commitment, locale)}, ${t('promise.due', { date: formatDate(dueOn, locale) })}`
  return (
    <>
      <Trend
        title={indicator}
        unit={unit || undefined}
        target={{ value: target, text: promise }}
        points={readings.map(({ on, value }) => ({ label: formatDate(on, locale), value }))}
      />
      <Disclosure summary={t('page.sources')}>
        <Table
          caption={t('page.figures')}
          hideCaption
          head={[t('page.day'), t('page.value'), t('page.gap'), t('page.source')]}
          numeric={[1]}
          rows={readings
            .toReversed()
            .map(({ on, value, source, url }) => [
              formatDate(on, locale),
              sayFigure(value, unit, locale),
              meets(commitment, value) ? t('page.met') : t('page.beyond', { gap: sayFigure(Math.abs(value - target), unit, locale) }),
              url ? <a href={url}>{source}</a> : source,
            ])}
        />
      </Disclosure>
    </>
  )
}
