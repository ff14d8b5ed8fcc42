export interface ArrivalBar {
  readonly label: string
  readonly value: number
  /** Part of `value` drawn darker. */
  readonly within: number
  /** Belongs to what the page speaks of: a line is drawn under it. */
  readonly marked?: boolean | undefined
}

/** How many came, one bar after the other in the order of time. The page gives the same figures in a table. */
export const ArrivalCurve = ({ title, description, bars }: { title: string; description: string; bars: readonly ArrivalBar[] }) => {
  const most = bars.reduce((found, bar) => Math.max(found, bar.value), 1)
  const width = 600 / Math.max(1, bars.length)
  const height = (value: number) => Math.round((value / most) * 150 * 10) / 10
  const left = (at: number) => Math.round(at * width * 10) / 10
  const wide = Math.max(0.5, Math.round(width * 0.8 * 10) / 10)
  return (
    <figure class="arrivals">
      <figcaption class="bars__title">{title}</figcaption>
      <svg viewBox="0 0 600 184" role="img" aria-label={`${title}. ${description}`}>
        <path class="arrivals__ground" d="M0 160.500H600" />
        {bars.map((bar, at) => (
          <g key={at}>
            <rect class="arrivals__all" x={left(at)} y={160 - height(bar.value)} width={wide} height={height(bar.value)} />
            <rect class="arrivals__within" x={left(at)} y={160 - height(bar.within)} width={wide} height={height(bar.within)} />
            {bar.marked && <rect class="arrivals__marked" x={left(at)} y="164" width={wide} height="5" />}
          </g>
        ))}
        <text class="arrivals__label" x="0" y="182">
          {bars[0]?.label}
        </text>
        {bars.length > 1 && (
          <text class="arrivals__label" x="600" y="182" text-anchor="end">
            {bars.at(-1)!.label}
          </text>
        )}
      </svg>
    </figure>
  )
}
