import type { ComponentChildren } from 'preact'

interface Props {
  /** By which the script of the page finds it. */
  readonly part: string
  readonly kind?: 'primary' | 'secondary'
  readonly children: ComponentChildren
}
/** A button that only a script answers: it is shown by that script. */
export const PartButton = ({ part, kind = 'primary', children }: Props) => (
  <button type="button" class={`button button--${kind}`} data-part={part}>
    {children}
  </button>
)

/** A part of the page that its script brings to life; hidden until then. */
interface Island {
  readonly hidden?: boolean
  readonly children?: ComponentChildren
  readonly [data: `data-${string}`]: string
}
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'secret-booth': Island
      'code-maker': Island
      'trustee-desk': Island
      'ballot-revoker': Island
    }
  }
}
