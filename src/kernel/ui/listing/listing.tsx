import type { ComponentChildren } from 'preact'
import { Drawing } from '../drawing/drawing.tsx'
import type { Shape } from '../drawing/shapes.ts'

export interface ListingItem {
  readonly title: ComponentChildren
  readonly href: string
  /** One or two sentences. */
  readonly text?: ComponentChildren
  /** Small words under: a `<Stage>`, a date, a count. */
  readonly note?: ComponentChildren
  readonly drawing?: Shape | undefined
}

/** Things one can go and see, one under the other, separated by a line. `level` is that of their titles. */
export const Listing = ({ items, level = 3 }: { items: readonly ListingItem[]; level?: 2 | 3 | 4 | undefined }) => {
  const Title = `h${level}` as const
  return (
    <ul class="listing">
      {items.map(item => (
        <li key={item.href} class="listing__item">
          {item.drawing && <Drawing name={item.drawing} />}
          <div class="listing__body">
            <Title class="listing__title">
              <a href={item.href}>{item.title}</a>
            </Title>
            {item.text && (typeof item.text === 'string' ? <p>{item.text}</p> : <div>{item.text}</div>)}
            {item.note && <div class="listing__note">{item.note}</div>}
          </div>
        </li>
      ))}
    </ul>
  )
}
