interface Point {
  readonly x: number
  readonly y: number
}

/** Fits points in a frame, as large as it allows; upwards is upwards. */
export const placeIn = (points: readonly Point[], { width, height, margin }: { width: number; height: number; margin: number }) => {
  const [left, right] = extent(points.map(one => one.x))
  const [low, high] = extent(points.map(one => one.y))
  const across = (width - 2 * margin) / (right - left || 1)
  const up = (height - 2 * margin) / (high - low || 1)
  const round = (n: number) => Math.round(n * 10) / 10
  return ({ x, y }: Point): readonly [number, number] => [round(margin + (x - left) * across), round(height - margin - (y - low) * up)]
}

const extent = (values: readonly number[]): readonly [number, number] =>
  values.length === 0 ? [0, 1] : [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
