import { formatDate, type Locale } from '#kernel/i18n'
import { Table } from '#kernel/ui'
import type { Commitment } from '../commitment.ts'
import type { T } from '../locales/index.ts'
import { meets } from '../rules/standing.ts'
import { sayFigure } from '../saying.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly commitment: Commitment
}

/** The figures, each against the target. */
export const Readings = ({ t, locale, commitment }: Props) => {
  const { readings, unit, target } = commitment
  if (readings.length === 0) return <p>{t('page.noFigures')}</p>
  return (
    <Table
      caption={t('page.figures')}
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
  )
}
