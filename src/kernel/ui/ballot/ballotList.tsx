import type { ComponentChildren } from 'preact'

export interface BallotLine {
  readonly id: string
  readonly title: string
  readonly href: string
  /** What it costs, as it is said. */
  readonly cost: string
  readonly note?: ComponentChildren
  /** What it is given: 1 for a box ticked. */
  readonly given: number
}

/** Projects to choose among: a box each, or a number of points; the cost beside, the page of the project one click away. */
export const BallotList = ({
  lines,
  points,
  choose,
  pointsLabel,
  see,
}: {
  lines: readonly BallotLine[]
  /** Most points one project may be given; without, a box is ticked. */
  points?: number | undefined
  /** Says to which project the box belongs. */
  choose: (title: string) => string
  pointsLabel: (title: string) => string
  see: string
}) => (
  <ul class="ballot">
    {lines.map(({ id, title, href, cost, note, given }) => (
      <li key={id} class="ballot__line">
        {points === undefined ? (
          <input
            class="ballot__box"
            type="checkbox"
            id={`projet-${id}`}
            name="projects"
            value={id}
            checked={given > 0}
            aria-label={choose(title)}
          />
        ) : (
          <input
            class="input ballot__points"
            type="text"
            inputmode="numeric"
            id={`projet-${id}`}
            name={`p${id}`}
            value={given > 0 ? String(given) : ''}
            aria-label={pointsLabel(title)}
          />
        )}
        <div class="ballot__words">
          <label class="ballot__title" for={`projet-${id}`}>
            {title}
          </label>
          {note && <div class="soft">{note}</div>}
          <a class="ballot__see" href={href} aria-label={`${see} : ${title}`}>
            {see}
          </a>
        </div>
        <strong class="ballot__cost">{cost}</strong>
      </li>
    ))}
  </ul>
)

/** What the ballot amounts to so far; stays in sight. `state` says whether it is cast. */
export const BallotBar = ({ state, children }: { state: ComponentChildren; children: ComponentChildren }) => (
  <div class="ballot-bar">
    <div class="ballot-bar__state">{state}</div>
    {children}
  </div>
)
