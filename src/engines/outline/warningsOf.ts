import type { OutlineNode, Warning } from './outline.ts'

/** What deserves a second look, in reading order. */
export const warningsOf = (nodes: readonly OutlineNode[], source: string): Warning[] => [
  ...(nodes.some(node => node.kind === 'measure') ? [] : [{ kind: 'no-measure' as const, line: 1, text: '' }]),
  ...(source.includes('\uFFFD') || /Ã[©¨ª§ ]|â€™/.test(source) ? [{ kind: 'encoding' as const, line: lineOf(source), text: '' }] : []),
  ...nodes.filter(node => node.title.length > 200).map(node => warning('long-title', node)),
  ...repeated(nodes).map(node => warning('repeated-number', node)),
]

const warning = (kind: Warning['kind'], node: OutlineNode): Warning => ({
  kind,
  line: node.lines[0] ?? 0,
  text: `${node.number} ${node.title}`.trim().slice(0, 200),
})
const lineOf = (source: string) => source.slice(0, source.search(/\uFFFD|Ã[©¨ª§ ]|â€™/)).split(/\r\n|\n|\r/).length

/** The same number twice under the same parent. */
const repeated = (nodes: readonly OutlineNode[]) => {
  const seen: Set<string>[] = []
  return nodes.filter(node => {
    seen.length = Math.min(seen.length, node.depth + 1)
    const siblings = (seen[node.depth] ??= new Set())
    const number = node.number.replace(/[\s.)°:–—-]+$/, '')
    const again = number !== '' && siblings.has(number)
    siblings.add(number)
    return again
  })
}
