export interface Point {
  readonly x: number
  readonly y: number
}
export interface Placed extends Point {
  readonly group: number
}
/** One mark of the map: so many people who stand there. */
export interface Mark extends Placed {
  readonly n: number
}

/** The outline of some points, anticlockwise from the leftmost (Andrew's monotone chain). */
export const hullOf = (points: readonly Point[]): readonly Point[] => {
  const sorted = points
    .toSorted((a, b) => a.x - b.x || a.y - b.y)
    .filter((one, at, all) => at === 0 || one.x !== all[at - 1]!.x || one.y !== all[at - 1]!.y)
  if (sorted.length < 3) return sorted
  return [...chain(sorted), ...chain(sorted.toReversed())]
}

const chain = (points: readonly Point[]) => {
  const kept: Point[] = []
  for (const point of points) {
    while (kept.length >= 2 && turn(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop()
    kept.push(point)
  }
  return kept.slice(0, -1)
}
const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

/** Neighbours of a group become one mark, on a grid made coarser until at most `most` are left: a map of a crowd stays readable. */
export const marksOf = (people: readonly Placed[], most = 400): readonly Mark[] => {
  if (people.length <= most) return people.map(({ x, y, group }) => ({ x, y, group, n: 1 }))
  const xs = people.map(one => one.x)
  const ys = people.map(one => one.y)
  const [left, low] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))]
  const side = Math.max(xs.reduce((a, b) => Math.max(a, b)) - left, ys.reduce((a, b) => Math.max(a, b)) - low) || 1
  for (let cells = 64; ; cells = Math.floor(cells * 0.8)) {
    const cell = side / cells
    const found = new Map<string, { x: number; y: number; n: number; group: number }>()
    for (const { x, y, group } of people) {
      const key = `${group} ${Math.floor((x - left) / cell)} ${Math.floor((y - low) / cell)}`
      const mark = found.get(key) ?? { x: 0, y: 0, n: 0, group }
      found.set(key, { group, x: mark.x + x, y: mark.y + y, n: mark.n + 1 })
    }
    if (found.size <= most || cells < 4) return [...found.values()].map(({ x, y, n, group }) => ({ x: x / n, y: y / n, n, group }))
  }
}
