import type { ComponentChildren } from 'preact'

/** A word that sorts things. */
export const Tag = ({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'river' | 'ochre' | 'leaf' | 'brick' | undefined
  children: ComponentChildren
}) => <span class={`tag tag--${tone}`}>{children}</span>
