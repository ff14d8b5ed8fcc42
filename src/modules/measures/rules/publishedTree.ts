import { allowed, refused, type Verdict } from '#kernel/rules'
import { isInTree, type Point } from './points.ts'

export interface PublishedSection {
  /** Index of its parent among the sections; null at the top. */
  readonly parent: number | null
  readonly kind: 'objective' | 'theme'
  readonly number: string
  readonly title: string
  readonly text: string
}
export interface PublishedMeasure {
  /** Index of its section; null when it has none. */
  readonly section: number | null
  readonly number: string
  readonly title: string
  readonly summary: string
  /** Markdown of its first version. */
  readonly text: string
}
export type PublicationRefusal = 'no-measure' | 'still-waiting' | 'stray-sub-measure'

/** A programme is published when it has a measure, when nothing waits to be placed, and when each part of a measure has its measure. */
export const canPublish = (points: readonly Point[]): Verdict<PublicationRefusal> => {
  if (points.some(point => point.waitingBecause !== null && point.droppedBecause === null)) return refused('still-waiting')
  if (!points.some(point => isInTree(point) && point.kind === 'measure')) return refused('no-measure')
  if (strayParts(points).length > 0) return refused('stray-sub-measure')
  return allowed
}

/** Parts of a measure that stand under no measure. */
export const strayParts = (points: readonly Point[]): Point[] => {
  const branch: Point[] = []
  return points.filter(isInTree).filter(point => {
    while ((branch.at(-1)?.depth ?? -1) >= point.depth) branch.pop()
    const isStray = point.kind === 'sub-measure' && !branch.some(above => above.kind === 'measure')
    branch.push(point)
    return isStray
  })
}

/** Sections and measures of a reviewed programme, in order. The parts of a measure become items of its text, each open to amendment. */
export const publishedTree = (points: readonly Point[]): { sections: PublishedSection[]; measures: PublishedMeasure[] } => {
  const sections: PublishedSection[] = []
  const measures: (PublishedMeasure & { parts: string[] })[] = []
  const branch: { depth: number; section: number | null; measure: number | null }[] = []
  for (const point of points.filter(isInTree)) {
    while ((branch.at(-1)?.depth ?? -1) >= point.depth) branch.pop()
    const above = branch.at(-1)
    const section = above?.section ?? null
    const { depth, number, title } = point
    if (point.kind === 'objective' || point.kind === 'theme') {
      sections.push({ parent: section, kind: point.kind, number, title, text: point.body })
      branch.push({ depth, section: sections.length - 1, measure: null })
    } else if (point.kind === 'measure') {
      measures.push({ section, number, title, summary: summaryOf(point.body), text: point.body, parts: [] })
      branch.push({ depth, section, measure: measures.length - 1 })
    } else {
      const measure = above?.measure ?? null
      if (measure !== null) measures[measure]!.parts.push(partOf(point))
      branch.push({ depth, section, measure })
    }
  }
  return {
    sections,
    measures: measures.map(({ parts, ...measure }) => ({
      ...measure,
      text: [measure.text, parts.join('\n')].filter(text => text !== '').join('\n\n') || measure.title,
    })),
  }
}

const partOf = ({ number, title, body }: Point) => {
  const head = `- ${number === '' ? '' : `${number} `}${title}`
  return body === '' ? head : `${head}\n\n${body.replace(/^(?=.)/gm, '  ')}\n`
}

/** The first sentences, as many as fit in 280 characters. */
export const summaryOf = (text: string): string => {
  const first = text
    .split('\n\n')[0]!
    .replace(/\s*\n\s*/g, ' ')
    .trim()
  if (first.length <= 280) return first
  const cut = [...first.slice(0, 280).matchAll(/[.!?…](?=\s)/g)].at(-1)
  return cut ? first.slice(0, cut.index + 1) : `${first.slice(0, first.slice(0, 280).lastIndexOf(' '))}…`
}
