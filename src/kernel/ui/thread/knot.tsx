export type KnotKind = 'contribution' | 'version' | 'decision' | 'act' | 'effect'

/** Each kind has its own shape, so that colour is never alone. */
const knots: Record<KnotKind, string> = {
  contribution: 'M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12Z',
  version: 'M6 6h12v12H6Z',
  decision: 'M12 3l9 9-9 9-9-9Z',
  act: 'M12 4l8.5 15h-17Z',
  effect: 'M5 19C4 10 10 5 20 4c0 10-5 16-15 15Z',
}

export const Knot = ({ kind }: { kind: KnotKind }) => (
  <svg class={`knot knot--${kind}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d={knots[kind]} />
  </svg>
)
