export interface GroundArea {
  /** Written in it: « 12 ». */
  readonly label: string
  /** Said when the mouse stays on it. */
  readonly title: string
  readonly href?: string | undefined
  readonly tone: 'free' | 'taken' | 'out'
  /** A double edge: raised, for instance. */
  readonly isDouble?: boolean | undefined
  /** Metres from the north-west corner. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const margin = 0.6

/**
 * A piece of ground seen from above, with what stands on it, to scale: the plots of a garden, the pitches of a market. What is
 * taken is hatched and what is out of use crossed, so that it reads without colour. Always with the same as a table beside it,
 * which the keyboard and screen readers use.
 */
export const GroundPlan = ({
  title,
  description,
  width,
  height,
  areas,
}: {
  title: string
  description: string
  /** Metres. */
  width: number
  height: number
  areas: readonly GroundArea[]
}) => {
  const scale = Math.max(width, height) / 40
  return (
    <figure class="ground-plan" aria-label={title}>
      <svg
        viewBox={`${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`}
        aria-hidden="true"
        focusable="false"
        stroke-width={0.08 * scale}
      >
        <defs>
          <pattern id="ground-taken" width={0.9 * scale} height={0.9 * scale} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="ground-plan__taken" width={0.9 * scale} height={0.9 * scale} />
            <path class="ground-plan__hatch" d={`M0 0V${0.9 * scale}`} stroke-width={0.25 * scale} />
          </pattern>
        </defs>
        <rect class="ground-plan__ground" width={width} height={height} rx={0.4 * scale} />
        {areas.map(area =>
          area.href === undefined ? (
            <Area key={area.label} area={area} scale={scale} />
          ) : (
            <a key={area.label} href={area.href} tabindex={-1}>
              <Area area={area} scale={scale} />
            </a>
          ),
        )}
      </svg>
      <figcaption class="soft">{description}</figcaption>
    </figure>
  )
}

/** A label that would be too small inside is written beside. */
const Area = ({ area: { label, title, tone, isDouble, x, y, width, height }, scale }: { area: GroundArea; scale: number }) => {
  const inSize = Math.min(1.9 * scale, height * 0.6, (width * 1.4) / Math.max(label.length, 1))
  const fits = inSize >= 0.9 * scale
  const size = fits ? inSize : 1.1 * scale
  const inside = 0.28 * scale
  return (
    <g>
      <title>{title}</title>
      <rect
        class={`ground-plan__area ground-plan__area--${tone}`}
        {...(tone === 'taken' ? { fill: 'url(#ground-taken)' } : {})}
        x={x}
        y={y}
        width={width}
        height={height}
      />
      {isDouble && (
        <rect
          class="ground-plan__double"
          x={x + inside}
          y={y + inside}
          width={Math.max(width - 2 * inside, 0)}
          height={Math.max(height - 2 * inside, 0)}
        />
      )}
      {tone === 'out' && <path class="ground-plan__cross" d={`M${x} ${y}l${width} ${height}M${x + width} ${y}l${-width} ${height}`} />}
      <text
        class="ground-plan__label"
        x={fits ? x + width / 2 : x + width + 0.3 * scale}
        y={y + height / 2}
        font-size={size}
        stroke-width={size / 5}
        dominant-baseline="central"
        text-anchor={fits ? 'middle' : 'start'}
      >
        {label}
      </text>
    </g>
  )
}
