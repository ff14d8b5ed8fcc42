import { formatNumber, formatPercent } from '#kernel/i18n'
import { useFrame, useWords } from '../frame.ts'
import { Table } from '../table/table.tsx'

export interface IntervalBar {
  readonly label: string
  /** Part, 0 to 1, and its limits; null when it is not shown. */
  readonly share: { readonly share: number; readonly low: number; readonly high: number } | null
  /** How many gave this answer, when it may be said. */
  readonly count?: number | null | undefined
}

/** Results with what they are worth: a bar, and a mark from the low to the high limit; in words and in a table too. */
export const Intervals = ({
  title,
  base,
  bars,
  note,
}: {
  title: string
  /** How many answered. */
  base: number
  bars: readonly IntervalBar[]
  /** What the limits mean: "indicative, if those who answered had been drawn by lot". */
  note: string
}) => {
  const { locale } = useFrame()
  const t = useWords()
  const percent = (share: number) => formatPercent(Math.round(share * 100) / 100, locale)
  const limits = ({ low, high }: { low: number; high: number }) => t('intervals.limits', { low: percent(low), high: percent(high) })
  return (
    <figure class="bars intervals">
      <figcaption class="bars__title">
        {title} <span class="soft">({t('answered.people', { n: base })})</span>
      </figcaption>
      {bars.map(({ label, share }) => (
        <div key={label} class="bars__bar">
          <p class="bars__label">
            <span>{label}</span>{' '}
            {share ? (
              <span>
                <strong>{percent(share.share)}</strong> <span class="soft">{limits(share)}</span>
              </span>
            ) : (
              <span class="soft">{t('cross.masked')}</span>
            )}
          </p>
          <svg width="100%" height="1.1em" aria-hidden="true" focusable="false">
            <rect class="bars__whole" y="15%" width="100%" height="70%" rx="3" />
            {share && (
              <>
                <rect class="bars__part" y="15%" width={`${share.share * 100}%`} height="70%" rx="3" />
                <line class="intervals__halo" x1={`${share.low * 100}%`} x2={`${share.high * 100}%`} y1="50%" y2="50%" />
                <line class="intervals__range" x1={`${share.low * 100}%`} x2={`${share.high * 100}%`} y1="50%" y2="50%" />
                {[share.low, share.high].map((limit, at) => (
                  <line key={at} class="intervals__range" x1={`${limit * 100}%`} x2={`${limit * 100}%`} y1="5%" y2="95%" />
                ))}
              </>
            )}
          </svg>
        </div>
      ))}
      <p class="soft intervals__note">{note}</p>
      <details class="bars__table">
        <summary>{t('bars.table')}</summary>
        <Table
          caption={title}
          hideCaption
          head={[t('bars.answer'), t('bars.count'), t('bars.share'), t('intervals.low'), t('intervals.high')]}
          numeric={[1, 2, 3, 4]}
          rows={bars.map(({ label, share, count }) => [
            label,
            count === null || count === undefined ? (share ? '' : t('cross.masked')) : formatNumber(count, locale),
            share ? percent(share.share) : t('cross.masked'),
            share ? percent(share.low) : '',
            share ? percent(share.high) : '',
          ])}
        />
      </details>
    </figure>
  )
}
