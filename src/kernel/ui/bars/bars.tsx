import { formatNumber, formatPercent } from '#kernel/i18n'
import { useFrame, useWords } from '../frame.ts'
import { Table } from '../table/table.tsx'

export interface Bar {
  readonly label: string
  /** Count of answers, voices, supports: zero or more. */
  readonly value: number
}

/** Results as bars with their words on them, and the same figures in a table. Shares are of `total`. */
export const Bars = ({
  title,
  bars,
  total,
  unit,
}: {
  title: string
  bars: readonly Bar[]
  total?: number | undefined
  unit?: string | undefined
}) => {
  const { locale } = useFrame()
  const t = useWords()
  const whole = total ?? bars.reduce((sum, bar) => sum + bar.value, 0)
  const share = (bar: Bar) => (whole > 0 ? bar.value / whole : 0)
  return (
    <figure class="bars">
      <figcaption class="bars__title">{title}</figcaption>
      <div
        class="bars__chart"
        role="img"
        aria-label={`${title}. ${bars.map(bar => `${bar.label} : ${formatPercent(share(bar), locale)}`).join(', ')}.`}
      >
        {bars.map(bar => (
          <div key={bar.label} class="bars__bar">
            <p class="bars__label">
              <span>{bar.label}</span> <strong>{formatPercent(share(bar), locale)}</strong>
            </p>
            <svg viewBox="0 0 1000 10" width="100%" height="14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect class="bars__whole" width="1000" height="10" />
              <rect class="bars__part" width={Math.round(share(bar) * 1000)} height="10" />
            </svg>
          </div>
        ))}
      </div>
      <details class="bars__table">
        <summary>{t('bars.table')}</summary>
        <Table
          caption={title}
          hideCaption
          head={[t('bars.answer'), unit ?? t('bars.count'), t('bars.share')]}
          numeric={[1, 2]}
          rows={[
            ...bars.map(bar => [bar.label, formatNumber(bar.value, locale), formatPercent(share(bar), locale)]),
            [t('bars.total'), formatNumber(whole, locale), ''],
          ]}
        />
      </details>
    </figure>
  )
}
