import { formatNumber, formatPercent } from '#kernel/i18n'
import { useFrame, useWords } from '../frame.ts'
import { Table } from '../table/table.tsx'
import { placed, plotOf, wordsAt } from './plot.ts'

export interface TrendPoint {
  /** "Mars 2026". */
  readonly label: string
  /** Null where nothing was measured: the line stops and starts again. */
  readonly value: number | null
  /** What happened then: "nouveaux horaires". */
  readonly note?: string | undefined
}
export interface TrendTarget {
  readonly value: number
  /** "Promis : moins de 10 minutes". */
  readonly text: string
}

/** A measure over time, with its values on the line, the promise if there is one, and the same in a table. */
export const Trend = ({
  title,
  points,
  target,
  unit,
  share,
  from,
}: {
  title: string
  points: readonly TrendPoint[]
  target?: TrendTarget | undefined
  /** Said after each value: "minutes". */
  unit?: string | undefined
  /** Values are parts, 0 to 1, said in percents. */
  share?: boolean | undefined
  /** Lowest value of the scale; 0 unless said. */
  from?: number | undefined
}) => {
  const { locale } = useFrame()
  const t = useWords()
  const short = (value: number) =>
    share ? formatPercent(Math.round(value * 1000) / 1000, locale) : formatNumber(Math.round(value * 10) / 10, locale)
  const said = (value: number | null) => (value === null ? t('trend.none') : unit ? `${short(value)} ${unit}` : short(value))
  const plot = plotOf(
    points.map(({ value }) => value),
    target?.value ?? null,
    from ?? 0,
  )
  const named = wordsAt(points.map(({ value }) => value))
  const sentence = points.map(({ label, value }) => `${label} : ${said(value)}`).join(' ; ')
  const across = (at: number) => `${placed(at, points.length)}%`
  const down = (value: number) => `${plot.down(value)}em`
  return (
    <figure class="bars trend">
      <figcaption class="bars__title">
        {title} {unit && <span class="soft">({unit})</span>}
      </figcaption>
      <svg
        class="trend__plot"
        width="100%"
        height={`${plot.height}em`}
        role="img"
        aria-label={`${title}. ${sentence}.${target ? ` ${target.text}.` : ''}`}
        focusable="false"
      >
        <line class="trend__ground" x1="0" x2="100%" y1={`${plot.bottom}em`} y2={`${plot.bottom}em`} />
        {target && <line class="trend__target" x1="0" x2="100%" y1={down(target.value)} y2={down(target.value)} />}
        {points.map(({ value }, at) => {
          const next = points[at + 1]?.value ?? null
          return value !== null && next !== null ? (
            <line key={at} class="trend__line" x1={across(at)} x2={across(at + 1)} y1={down(value)} y2={down(next)} />
          ) : null
        })}
        {points.map(({ value }, at) =>
          value === null ? null : <circle key={at} class="trend__point" cx={across(at)} cy={down(value)} r=".32em" />,
        )}
        {points.map(({ value }, at) =>
          value === null || !named.has(at) ? null : (
            <text key={at} class="trend__value" x={across(at)} y={`${plot.down(value) - 0.75}em`} text-anchor="middle">
              {short(value)}
            </text>
          ),
        )}
      </svg>
      <p class="trend__ends">
        <span>{points[0]?.label}</span> <span>{points.length > 1 ? points.at(-1)?.label : ''}</span>
      </p>
      {target && (
        <p class="trend__promise">
          <svg width="2em" height="1em" aria-hidden="true" focusable="false">
            <line class="trend__target" x1="0" x2="100%" y1="50%" y2="50%" />
          </svg>{' '}
          {target.text}
        </p>
      )}
      {points.length === 0 && <p class="soft">{t('trend.none')}</p>}
      <details class="bars__table">
        <summary>{t('bars.table')}</summary>
        <Table
          caption={title}
          hideCaption
          head={[t('trend.when'), t('trend.value'), ...(points.some(({ note }) => note) ? [t('trend.note')] : [])]}
          numeric={[1]}
          rows={points.map(({ label, value, note }) => [label, said(value), ...(points.some(point => point.note) ? [note ?? ''] : [])])}
        />
      </details>
    </figure>
  )
}
