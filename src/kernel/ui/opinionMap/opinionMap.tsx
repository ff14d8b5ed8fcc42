import { useWords } from '../frame.ts'
import { markPath } from './marks.ts'
import { placeIn } from './placeIn.ts'

export interface OpinionMark {
  readonly x: number
  readonly y: number
  /** How many people stand there. */
  readonly n: number
  readonly group: number
}
export interface OpinionGroupOutline {
  readonly group: number
  /** « A », written in the middle of the group. */
  readonly letter: string
  readonly x: number
  readonly y: number
  /** Its outline; empty when the group is not described. */
  readonly hull: readonly { readonly x: number; readonly y: number }[]
}

/** Where participants stand: those who answer alike are near one another. Each group has its shape, its letter and its outline. */
export const OpinionMap = ({
  title,
  description,
  marks,
  groups,
}: {
  title: string
  /** What somebody who does not see the picture must know of it. */
  description: string
  marks: readonly OpinionMark[]
  groups: readonly OpinionGroupOutline[]
}) => {
  const t = useWords()
  const place = placeIn(marks, { width: 600, height: 420, margin: 36 })
  const shown = new Set(groups.filter(one => one.hull.length > 0).map(one => one.group))
  return (
    <figure class="opinion-map">
      <figcaption class="bars__title">{title}</figcaption>
      <svg viewBox="0 0 600 420" role="img" aria-label={`${title}. ${description}`}>
        {groups.map(({ group, hull }) =>
          hull.length > 2 ? (
            <polygon
              key={group}
              class={`opinion-map__hull opinion-map__hull--${group % 5}`}
              points={hull.map(one => place(one).join(',')).join(' ')}
            />
          ) : null,
        )}
        {marks.map(({ x, y, n, group }, at) => {
          const [left, top] = place({ x, y })
          return (
            <path
              key={at}
              class={`opinion-map__mark opinion-map__mark--${shown.has(group) ? group % 5 : 'apart'}`}
              d={markPath(shown.has(group) ? group % 5 : 5, left, top, Math.min(18, 5 * Math.sqrt(n)))}
            />
          )
        })}
        {groups
          .filter(one => shown.has(one.group))
          .map(({ group, letter, x, y }) => {
            const [left, top] = place({ x, y })
            return (
              <text key={group} class="opinion-map__letter" x={left} y={top + 12} text-anchor="middle">
                {letter}
              </text>
            )
          })}
      </svg>
      <ul class="opinion-map__legend" aria-label={t('opinion.shapes')}>
        {groups
          .filter(one => shown.has(one.group))
          .map(({ group, letter }) => (
            <li key={group}>
              <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
                <path class={`opinion-map__mark opinion-map__mark--${group % 5}`} d={markPath(group % 5, 12, 12, 8)} />
              </svg>
              {t('opinion.group', { letter })}
            </li>
          ))}
      </ul>
    </figure>
  )
}
