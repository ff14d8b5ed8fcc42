import type { ComponentChildren } from 'preact'

/** Buttons side by side, the main one first. */
export const Actions = ({ children }: { children: ComponentChildren }) => <div class="actions">{children}</div>
