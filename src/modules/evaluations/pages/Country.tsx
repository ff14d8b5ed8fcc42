import { formatDate, type Locale } from '#kernel/i18n'
import { Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Indicators } from '../rules/indicators.ts'
import { sayIndicator } from '../saying.ts'
import type { NationalFigure } from '../schema.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly indicators: Indicators
  readonly national: readonly NationalFigure[]
}

/** The latest figures of the country that were loaded, beside those of the service. */
export const Country = ({ t, locale, indicators, national }: Props) => {
  const latest = national.filter((figure, at) => national.findIndex(one => one.indicator === figure.indicator) === at)
  if (latest.length === 0) return <p>{t('service.noNational')}</p>
  return (
    <Table
      caption={t('service.nationalTitle')}
      hideCaption
      head={[t('service.indicator'), t('service.here'), t('service.country'), t('service.source')]}
      numeric={[1, 2]}
      rows={latest.map(figure => {
        const here = indicators[figure.indicator]
        const source = `${figure.scope}, ${figure.source}, ${formatDate(figure.on, locale)}`
        return [
          t(`indicator.${figure.indicator}`),
          here ? `${sayIndicator(t, figure.indicator, here.value, locale)} (${here.n})` : '—',
          sayIndicator(t, figure.indicator, figure.value, locale),
          <>
            {figure.url ? <a href={figure.url}>{source}</a> : source} {figure.isInvented && t('service.invented')}
          </>,
        ]
      })}
    />
  )
}
