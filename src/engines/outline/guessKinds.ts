import type { Kind } from './outline.ts'

export interface Unsorted {
  readonly depth: number
  readonly named: Kind | undefined
  readonly isStrong: boolean
  readonly number: string
  readonly title: string
  readonly hasText: boolean
}

const REASONS =
  /^(pourquoi|nos? (objectifs?|ambitions?|valeurs|priorités)|objectifs?|ambitions?|valeurs|finalités|why|our (aims|goals|values)|aims|goals|objectives)\b/iu

/**
 * Says of each point whether it is an objective, a theme, a measure or part of one. The level of the measures is that of
 * the headed or numbered points that carry text; failing that, the level with most ends of branches, at most the third.
 */
export const guessKinds = (nodes: readonly Unsorted[]): Kind[] => {
  const measures = measureDepth(nodes)
  const kinds: Kind[] = []
  let reasons = -1 // depth of the heading that gives reasons, while under it
  let under: { depth: number; kind: Kind }[] = []
  nodes.forEach((node, index) => {
    if (node.depth <= reasons) reasons = -1
    if (reasons < 0 && node.depth < measures && node.number === '' && REASONS.test(node.title)) reasons = node.depth
    under = under.filter(above => above.depth < node.depth)
    const isLeaf = (nodes[index + 1]?.depth ?? 0) <= node.depth
    const kind = reasons >= 0 ? 'objective' : withinParent(node.named ?? byDepth(node.depth, measures, isLeaf), under.at(-1)?.kind)
    kinds.push(kind)
    under.push({ depth: node.depth, kind })
  })
  return kinds
}

const byDepth = (depth: number, measures: number, isLeaf: boolean): Kind => {
  if (depth > measures) return 'sub-measure'
  if (depth === measures || (isLeaf && depth > 0)) return 'measure'
  return measures - depth === 1 ? 'theme' : 'objective'
}
const withinParent = (kind: Kind, parent: Kind | undefined): Kind =>
  parent === 'measure' || parent === 'sub-measure' ? 'sub-measure' : kind

const measureDepth = (nodes: readonly Unsorted[]): number => {
  const named = nodes.filter(node => node.named === 'measure')
  if (named.length) return mostCommon(named.map(node => node.depth))
  const strongEnds = nodes.filter((node, index) => {
    if (!node.isStrong) return false
    const next = nodes[index + 1]
    return !next || next.depth <= node.depth || !next.isStrong
  })
  const written = strongEnds.filter(node => node.hasText)
  if (written.length && written.length * 2 >= strongEnds.length) return mostCommon(written.map(node => node.depth))
  const ends = nodes.filter((node, index) => (nodes[index + 1]?.depth ?? 0) <= node.depth)
  return Math.min(2, mostCommon(ends.map(node => node.depth)))
}

/** The most frequent depth; the deeper one when two are equally frequent. */
const mostCommon = (depths: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const depth of depths) counts.set(depth, (counts.get(depth) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 0
}
