import type { Nodes } from 'mdast'
import type { NameParagraph, Version } from './paragraph.ts'
import { parseMarkdown } from './parseMarkdown.ts'

/** Divides a Markdown text into new paragraphs, each named by `idOf`. */
export const splitParagraphs = (markdown: string, idOf: NameParagraph): Version =>
  blocksOf(markdown).map((text, rank) => ({ id: idOf(rank), text }))

/**
 * The blocks of a Markdown text, in order: headings, paragraphs, quotations, tables, and each item of a list apart
 * (with what is nested under it), since residents amend one item at a time. No word of the source is left out.
 */
export const blocksOf = (markdown: string): readonly string[] =>
  parseMarkdown(markdown)
    .children.flatMap(node => (node.type === 'list' ? node.children : [node]))
    .map(node => sourceOf(node, markdown))
    .filter(text => text !== '')

/** What was typed for that block, moved back to the margin. */
const sourceOf = (node: Nodes, markdown: string) => {
  const { start, end } = node.position ?? { start: { column: 1, offset: 0 }, end: { offset: 0 } }
  const margin = start.column - 1
  const source = markdown.slice(start.offset, end.offset)
  const lines = source.split('\n')
  return lines
    .map((line, rank) => (rank === 0 ? line : line.slice(Math.min(margin, line.search(/[^ ]|$/)))))
    .join('\n')
    .trim()
}
