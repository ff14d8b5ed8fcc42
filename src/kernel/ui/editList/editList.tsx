import type { ComponentChildren } from 'preact'

/** Things that can be put in another order, changed and removed: each with its gestures. */
export const EditList = ({
  items,
}: {
  items: readonly { readonly id: string; readonly content: ComponentChildren; readonly gestures: ComponentChildren }[]
}) => (
  <ol class="edit-list">
    {items.map(item => (
      <li key={item.id} id={item.id} class="edit-list__item">
        {item.content}
        <Gestures>{item.gestures}</Gestures>
      </li>
    ))}
  </ol>
)

/** Small buttons side by side; a form among them does not break the line. */
export const Gestures = ({ children }: { children: ComponentChildren }) => <div class="edit-list__gestures">{children}</div>
