/** What fills a part of a day: minutes since midnight. */
export interface WeekBar {
  readonly from: number
  readonly to: number
  readonly kind: 'free' | 'taken' | 'blocked'
}
export interface WeekDay {
  /** « lun. 7 ». */
  readonly label: string
  readonly bars: readonly WeekBar[]
}

/** The hours of a few days side by side, free ones solid, taken ones striped, blocked ones crossed. The page says the same in a table. */
export const WeekGrid = ({
  days,
  from,
  to,
  title,
  hour,
}: {
  readonly days: readonly WeekDay[]
  /** First and last hour drawn. */
  readonly from: number
  readonly to: number
  readonly title: string
  /** How an hour is written: « 9 h ». */
  readonly hour: (hour: number) => string
}) => {
  const height = (to - from) * 28
  const left = 52
  const width = (700 - left) / Math.max(1, days.length)
  const top = (minutes: number) => 26 + ((Math.min(Math.max(minutes, from * 60), to * 60) - from * 60) / 60) * 28
  const hours = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter(at => (at - from) % 2 === 0)
  return (
    <figure class="week">
      <svg viewBox={`0 0 700 ${height + 40}`} role="img" aria-label={title}>
        {hours.map(at => (
          <g key={at}>
            <path class="week__line" d={`M${left} ${top(at * 60)}H700`} />
            <text class="week__hour" x="0" y={top(at * 60) + 5}>
              {hour(at)}
            </text>
          </g>
        ))}
        {days.map((day, at) => {
          const x = left + at * width + 3
          return (
            <g key={day.label}>
              <text class="week__day" x={x} y="16">
                {day.label}
              </text>
              {day.bars
                .filter(bar => bar.to > from * 60 && bar.from < to * 60)
                .map((bar, n) => (
                  <g key={n}>
                    <rect
                      class={`week__bar week__bar--${bar.kind}`}
                      x={x}
                      y={top(bar.from) + 1}
                      width={width - 6}
                      height={Math.max(3, top(bar.to) - top(bar.from) - 2)}
                      rx="3"
                    />
                    {bar.kind !== 'free' && (
                      <path class="week__stripes" d={stripes(x, top(bar.from) + 1, width - 6, top(bar.to) - top(bar.from) - 2, bar.kind)} />
                    )}
                  </g>
                ))}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

/** Slanted lines that stay inside the bar; crossed ones when it is blocked. */
const stripes = (x: number, y: number, width: number, height: number, kind: 'taken' | 'blocked') => {
  if (height < 6) return ''
  const lines: string[] = []
  for (let at = y + 5; at < y + height; at += 9) {
    const rise = Math.min(12, at - y)
    lines.push(`M${round(x + 2)} ${round(at)}L${round(x + width - 2)} ${round(at - rise)}`)
    if (kind === 'blocked') lines.push(`M${round(x + 2)} ${round(at - rise)}L${round(x + width - 2)} ${round(at)}`)
  }
  return lines.join('')
}
const round = (value: number) => Math.round(value * 10) / 10
