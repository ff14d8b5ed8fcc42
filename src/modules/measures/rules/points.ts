import type { Kind, Outline } from '#engines/outline'

/** One point of a programme under review. Waiting: nobody has said yet where it goes. Dropped: somebody said why it goes nowhere. */
export interface Point {
  readonly id: string
  readonly depth: number
  readonly kind: Kind
  readonly number: string
  readonly title: string
  readonly body: string
  readonly lines: readonly number[]
  readonly waitingBecause: string | null
  readonly droppedBecause: string | null
}
export type FreshPoint = Omit<Point, 'id'>

export const isInTree = (point: Pick<Point, 'waitingBecause' | 'droppedBecause'>) =>
  point.waitingBecause === null && point.droppedBecause === null

/** The points of an outline in reading order, what could not be placed standing where it was read. */
export const pointsOf = (outline: Outline): FreshPoint[] => {
  const waiting = outline.unplaced.map(({ line, text, reason }): FreshPoint & { at: number } => ({
    at: line,
    depth: 0,
    kind: 'measure',
    number: '',
    title: shortened(text),
    body: text.length > longestTitle ? text : '',
    lines: [line],
    waitingBecause: reason,
    droppedBecause: null,
  }))
  const placed = outline.nodes.map((node): FreshPoint & { at: number } => ({
    at: node.lines[0] ?? -1,
    depth: Math.min(deepest, node.depth),
    kind: node.kind,
    number: node.number.slice(0, 60),
    title: shortened(node.title),
    body: node.title.length > longestTitle ? `${node.title}\n\n${node.body}`.trim() : node.body,
    lines: node.lines,
    waitingBecause: null,
    droppedBecause: null,
  }))
  const points: FreshPoint[] = []
  for (const { at, ...point } of placed) {
    while (at > 0 && waiting[0] && waiting[0].at < at) points.push(withoutPlace(waiting.shift()!))
    points.push(point)
  }
  return levelled([...points, ...waiting.map(withoutPlace)])
}

export const longestTitle = 300
export const deepest = 8
const shortened = (title: string) => (title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title)
const withoutPlace = ({ at: _, ...point }: FreshPoint & { at: number }): FreshPoint => point

/** No point of the tree is more than one level below the one before it. */
export const levelled = <P extends FreshPoint>(points: readonly P[]): P[] => {
  let above = -1
  return points.map(point => {
    if (!isInTree(point)) return point
    above = Math.min(point.depth, above + 1)
    return above === point.depth ? point : { ...point, depth: above }
  })
}
