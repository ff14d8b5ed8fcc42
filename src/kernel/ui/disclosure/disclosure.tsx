import type { ComponentChildren } from 'preact'

/** More, for who wants it. On paper it is open. */
export const Disclosure = ({
  summary,
  open,
  children,
  id,
}: {
  summary: string
  open?: boolean | undefined
  children: ComponentChildren
  id?: string | undefined
}) => (
  <details class="disclosure" open={open} id={id}>
    <summary>{summary}</summary>
    <div class="disclosure__inside">{children}</div>
  </details>
)
