import type { ComponentChildren } from 'preact'
import { Button } from '../button/button.tsx'
import { Drawing } from '../drawing/drawing.tsx'
import type { Shape } from '../drawing/shapes.ts'

/** Nothing here yet: what will come, and how to start it. */
export const Empty = ({
  title,
  children,
  action,
  drawing = 'bridge',
}: {
  title: string
  children?: ComponentChildren
  action?: { readonly label: string; readonly href: string } | undefined
  drawing?: Shape | undefined
}) => (
  <div class="empty">
    <Drawing name={drawing} />
    <div>
      <p class="empty__title">{title}</p>
      {children && (typeof children === 'string' ? <p>{children}</p> : <div>{children}</div>)}
      {action && (
        <p>
          <Button kind="secondary" href={action.href}>
            {action.label}
          </Button>
        </p>
      )}
    </div>
  </div>
)
