import type { Nodes } from 'mdast'
import { parseMarkdown } from './parseMarkdown.ts'

/** Markdown as one line without its signs, for a list or a feed: “**sauf** la nuit” → “sauf la nuit”. */
export const plainText = (markdown: string): string => parseMarkdown(markdown).children.map(said).join(' ').replace(/\s+/g, ' ').trim()

const said = (node: Nodes): string => {
  if (node.type === 'paragraph' || node.type === 'heading') return node.children.map(said).join('')
  if ('children' in node) return node.children.map(said).join(inline.has(node.type) ? '' : ' ')
  if (node.type === 'image') return node.alt ?? ''
  return 'value' in node ? node.value : ' '
}

const inline = new Set(['emphasis', 'strong', 'delete', 'link'])
