import type { VNode } from 'preact'

/** A component drawn with believable content. */
export interface Example {
  readonly component: string
  readonly name: string
  readonly draw: () => VNode
}
export const gallery: readonly Example[] = []
