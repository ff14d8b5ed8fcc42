import type { Kind } from '#engines/outline'
import { deepest, isInTree, levelled, longestTitle, type Point } from './points.ts'

/** A correction of the tree, applied to the points chosen. */
export type Correction =
  | { readonly act: 'up' | 'down' | 'indent' | 'outdent' | 'merge' | 'restore' }
  | { readonly act: 'kind' | 'place'; readonly kind: Kind }
  | { readonly act: 'drop'; readonly reason: string }

/** The points after a correction; those chosen that it cannot concern stay as they are. No text is lost by any correction. */
export const editPoints = (points: readonly Point[], chosen: ReadonlySet<string>, correction: Correction): Point[] => {
  switch (correction.act) {
    case 'up':
      return levelled(moveAll(points, chosen, moveUp))
    case 'down':
      return levelled(moveAll(points, chosen, moveDown, true))
    case 'indent':
      return shift(points, chosen, 1)
    case 'outdent':
      return shift(points, chosen, -1)
    case 'merge':
      return merge(points, chosen)
    case 'kind':
      return points.map(point => (chosen.has(point.id) && isInTree(point) ? { ...point, kind: correction.kind } : point))
    case 'place':
      return place(points, chosen, correction.kind)
    case 'restore':
      return levelled(
        points.map(point => (chosen.has(point.id) && point.droppedBecause !== null ? { ...point, droppedBecause: null } : point)),
      )
    case 'drop':
      return levelled(points.map(point => (chosen.has(point.id) ? { ...point, droppedBecause: correction.reason } : point)))
  }
}

/** How far the branch of a point goes: the index after its last descendant. */
const endOf = (points: readonly Point[], start: number): number => {
  let end = start + 1
  while (end < points.length && (!isInTree(points[end]!) || points[end]!.depth > points[start]!.depth)) end += 1
  while (end > start + 1 && !isInTree(points[end - 1]!)) end -= 1
  return end
}

const moveAll = (
  points: readonly Point[],
  chosen: ReadonlySet<string>,
  move: (points: Point[], id: string) => Point[],
  fromTheEnd = false,
) => {
  const moving = points.filter(point => chosen.has(point.id) && isInTree(point))
  return (fromTheEnd ? moving.toReversed() : moving).reduce((list, { id }) => move(list, id), [...points])
}

/** Moves a branch above the sibling before it. */
const moveUp = (points: Point[], id: string): Point[] => {
  const start = points.findIndex(point => point.id === id)
  const depth = points[start]!.depth
  const before = points.slice(0, start).findLastIndex(point => isInTree(point) && point.depth <= depth)
  if (before < 0 || points[before]!.depth < depth) return points
  const end = endOf(points, start)
  return [...points.slice(0, before), ...points.slice(start, end), ...points.slice(before, start), ...points.slice(end)]
}

/** Moves a branch below the sibling after it. */
const moveDown = (points: Point[], id: string): Point[] => {
  const start = points.findIndex(point => point.id === id)
  const end = endOf(points, start)
  const next = points.findIndex((point, index) => index >= end && isInTree(point))
  return next < 0 || points[next]!.depth !== points[start]!.depth ? points : moveUp(points, points[next]!.id)
}

/** Moves chosen points and their branches one level in or out; a point chosen with its parent moves once. */
const shift = (points: readonly Point[], chosen: ReadonlySet<string>, step: 1 | -1): Point[] => {
  const moving = new Set<number>()
  points.forEach((point, index) => {
    if (!chosen.has(point.id) || !isInTree(point)) return
    for (let at = index; at < endOf(points, index); at += 1) moving.add(at)
  })
  return levelled(
    points.map((point, index) => (moving.has(index) ? { ...point, depth: Math.min(deepest, Math.max(0, point.depth + step)) } : point)),
  )
}

/** Adds the words of each chosen point to the text of the point of the tree before it. */
const merge = (points: readonly Point[], chosen: ReadonlySet<string>): Point[] => {
  const kept: Point[] = []
  for (const point of points) {
    const before = kept.findLastIndex(isInTree)
    if (!chosen.has(point.id) || point.droppedBecause !== null || before < 0) {
      kept.push(point)
      continue
    }
    const target = kept[before]!
    kept[before] = {
      ...target,
      body: [target.body, textOf(point)].filter(text => text !== '').join('\n\n'),
      lines: [...target.lines, ...point.lines].sort((a, b) => a - b),
    }
  }
  return levelled(kept)
}
const textOf = ({ number, title, body }: Point) => {
  const head = `${number} ${title}`.trim()
  return body.startsWith(head.slice(0, longestTitle - 1).replace(/…$/, '')) ? body : [head, body].filter(text => text !== '').join('\n\n')
}

/** Puts waiting points in the tree where they were read, beside the nearest point of the same kind, else under the point before. */
const place = (points: readonly Point[], chosen: ReadonlySet<string>, kind: Kind): Point[] => {
  const placed: Point[] = []
  for (const point of points) {
    if (!chosen.has(point.id) || point.waitingBecause === null) {
      placed.push(point)
      continue
    }
    const alike = placed.findLast(other => isInTree(other) && other.kind === kind)
    const above = placed.findLast(isInTree)
    const depth = alike?.depth ?? (above ? above.depth + 1 : 0)
    placed.push({ ...point, kind, depth: Math.min(deepest, depth), waitingBecause: null, droppedBecause: null })
  }
  return levelled(placed)
}
