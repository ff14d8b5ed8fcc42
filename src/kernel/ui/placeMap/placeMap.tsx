import { frameOfMap, type MapPoint } from './frameOfMap.ts'
import { labelsOf } from './labelsOf.ts'

export interface MapMark extends MapPoint {
  /** Written in the mark, and beside its line in the list: « 12 ». */
  readonly number: string
  readonly title: string
  readonly href?: string | undefined
  readonly tone?: 'plain' | 'won' | 'not' | undefined
}
export interface NamedPoint extends MapPoint {
  readonly name: string
}
export interface MapPath {
  readonly kind: 'limit' | 'river' | 'railway' | 'road'
  readonly name: string
  readonly points: readonly MapPoint[]
}

const size = { width: 720, height: 540, margin: 40 }

/**
 * A schematic map drawn here, without tiles from elsewhere: lines of the commune, its named places, and numbered marks. Always
 * with a list beside it, which the keyboard and screen readers use: the drawing is for the eye and the mouse.
 */
export const PlaceMap = ({
  title,
  description,
  paths,
  places,
  marks,
}: {
  title: string
  /** What somebody who does not see it must know. */
  description: string
  paths: readonly MapPath[]
  places: readonly NamedPoint[]
  marks: readonly MapMark[]
}) => {
  const at = frameOfMap([...paths.flatMap(({ points }) => points), ...places, ...marks], size)
  const labels = labelsOf(
    places.map(place => ({ name: place.name, at: at(place) })),
    marks.map(at),
    size,
  )
  return (
    <figure class="place-map" aria-label={title}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" focusable="false">
        {paths.map(({ kind, points }, index) => (
          <Path key={index} kind={kind} d={pathOf(points.map(at), kind === 'limit')} />
        ))}
        {paths
          .filter(({ name, kind }) => name !== '' && kind !== 'limit')
          .map(({ name, kind, points }) => {
            const [x, y] = at(points[Math.floor(points.length / 2)]!)
            return (
              <text key={name} class={`place-map__line-name place-map__line-name--${kind}`} x={x} y={y - 9} text-anchor="middle">
                {name}
              </text>
            )
          })}
        {places.map((place, index) => {
          const [x, y] = at(place)
          const label = labels[index]!
          return (
            <g key={place.name}>
              <rect class="place-map__place" x={x - 4} y={y - 4} width="8" height="8" />
              <text class="place-map__name" x={label.x} y={label.y} text-anchor={label.anchor}>
                {place.name}
              </text>
            </g>
          )
        })}
        {marks.map(mark => (
          <Mark key={mark.number} mark={mark} at={at(mark)} />
        ))}
      </svg>
      <figcaption class="soft">{description}</figcaption>
    </figure>
  )
}

const Path = ({ kind, d }: { kind: MapPath['kind']; d: string }) =>
  kind === 'railway' ? (
    <>
      <path class="place-map__path place-map__path--railway" d={d} />
      <path class="place-map__path place-map__path--sleepers" d={d} />
    </>
  ) : (
    <path class={`place-map__path place-map__path--${kind}`} d={d} />
  )

const Mark = ({ mark, at: [x, y] }: { mark: MapMark; at: readonly [number, number] }) => {
  const tone = mark.tone ?? 'plain'
  const drawn = (
    <g class={`place-map__mark place-map__mark--${tone}`} transform={`translate(${x} ${y})`}>
      <title>{`${mark.number}. ${mark.title}`}</title>
      {tone === 'not' ? <rect x="-14" y="-14" width="28" height="28" rx="4" /> : <circle r="15" />}
      <text y="5.500" text-anchor="middle">
        {mark.number}
      </text>
    </g>
  )
  return mark.href === undefined ? (
    drawn
  ) : (
    <a href={mark.href} tabindex={-1}>
      {drawn}
    </a>
  )
}

const pathOf = (points: readonly (readonly [number, number])[], isClosed: boolean) =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('') + (isClosed ? 'Z' : '')
