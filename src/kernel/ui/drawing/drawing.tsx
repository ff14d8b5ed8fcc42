import { type Shape, shapes } from './shapes.ts'

/** The face of a service: a small line drawing. It decorates; the words beside it say what it is. */
export const Drawing = ({ name, size = 'medium' }: { name: Shape; size?: 'small' | 'medium' | 'large' | undefined }) => {
  const side = { small: 32, medium: 48, large: 80 }[size]
  return (
    <svg class="drawing" viewBox="0 0 48 48" width={side} height={side} aria-hidden="true" focusable="false">
      <path d={shapes[name].line} />
      <path class="drawing__touch" d={shapes[name].touch} />
    </svg>
  )
}
