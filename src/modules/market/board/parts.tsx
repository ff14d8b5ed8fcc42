import type { ComponentChildren } from 'preact'
import type { Asked } from '../rules/deeds.ts'
import { pitchesUnder, type Stretch } from '../rules/stretches.ts'
import type { Square } from '../rules/square.ts'
import { type Say, sayMetres } from './say.ts'

/** What every part of the board is given, on the server and on the telephone. */
export interface BoardProps {
  readonly say: Say
  readonly locale: 'fr' | 'en'
  readonly town: string
  readonly square: Square
  /** The receipt book of this device. */
  readonly book: string
  /** Makes the name of an act, for forms sent without script. */
  readonly fresh: () => string
  /** What was refused, in words, and what was typed when the page is drawn again: on a telephone the form itself stays as it is. */
  readonly refused: { readonly text: string; readonly kind: string; readonly trader: string; readonly typed?: Asked } | null
  /** Where forms are sent. */
  readonly action: string
}

/** A form of the square: the script keeps it on the telephone, without script it is sent. */
export const ActForm = ({
  props,
  kind,
  fields = {},
  children,
}: {
  props: BoardProps
  kind: string
  fields?: Readonly<Record<string, string>>
  children: ComponentChildren
}) => (
  <form method="post" action={props.action} class="square__form" data-act={kind}>
    <input type="hidden" name="uid" value={props.fresh()} />
    <input type="hidden" name="kind" value={kind} />
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
)
export const Press = ({
  kind = 'secondary',
  label,
  name,
  value,
  children,
}: {
  kind?: 'primary' | 'secondary' | 'danger'
  label?: string
  name?: string
  value?: string
  children: ComponentChildren
}) => (
  <button class={`button button--${kind} button--small`} type="submit" aria-label={label} name={name} value={value}>
    {children}
  </button>
)
export const Word = ({ tone, children }: { tone: 'plain' | 'leaf' | 'brick' | 'ochre'; children: ComponentChildren }) => (
  <span class={`tag tag--${tone}`}>{children}</span>
)
/** One line to type, with its label. */
export const Line = ({
  id,
  name,
  label,
  mode,
  typed,
}: {
  id: string
  name: string
  label: string
  mode?: 'decimal'
  typed?: string | undefined
}) => (
  <div class="control">
    <label class="control__label" for={id}>
      {label}
    </label>
    <input class="input input--full" id={id} name={name} type="text" inputMode={mode} autocomplete="off" defaultValue={typed} />
  </div>
)
export const Pick = ({
  id,
  name,
  label,
  options,
  isHidden = false,
  typed,
}: {
  id: string
  name: string
  label: string
  options: readonly (readonly [string, string])[]
  isHidden?: boolean
  typed?: string | undefined
}) => (
  <div class="control">
    <label class={isHidden ? 'hidden' : 'control__label'} for={id}>
      {label}
    </label>
    <select class="input input--full" id={id} name={name}>
      {options.map(([value, text]) => (
        <option key={value} value={value} selected={typed === value || undefined}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

/** « Allée du Lavoir A3-A4 ». */
export const sayPlace = (square: Square, stretch: Stretch): string => {
  const alley = square.alleys.find(one => one.id === stretch.alley)?.name ?? ''
  const names = pitchesUnder(square.pitches, stretch)
  return `${alley} ${[...new Set([names[0], names.at(-1)])].join('–')}`
}
export const nameOf = (square: Square, key: string): string => square.traders.find(one => one.key === key)?.name ?? '—'
export const placeFacts = ({ say, locale, square }: BoardProps, stretch: Stretch): string =>
  say('sq.at', { place: sayPlace(square, stretch), metres: sayMetres(stretch.to - stretch.from, locale) })
