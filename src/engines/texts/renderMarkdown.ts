import type { Nodes, Parents, Table } from 'mdast'
import { parseMarkdown } from './parseMarkdown.ts'

/** HTML that was made here, of known elements and escaped text only; in a page: `dangerouslySetInnerHTML={html}`. */
export interface SafeHtml {
  readonly __html: string
}

/**
 * Markdown as HTML that cannot harm: every element and attribute is written by this file, everything typed is escaped.
 * Links lead to http, https or mailto only; pictures are reduced to their description; HTML that was typed shows as text.
 * `under` is the level (1–6) of the heading that the text stands under: its own headings begin one level below.
 */
export const renderMarkdown = (text: string, { under = 2 }: { under?: number } = {}): SafeHtml => ({
  __html: inner(parseMarkdown(text), { source: text, under, depth: 0 }),
})

interface Place {
  readonly source: string
  readonly under: number
  readonly depth: number
}

/** Nobody reads thirty quotations within one another: from there on, the text as it was typed. */
const deepest = 30

const inner = (node: Parents, place: Place): string => {
  const { source, depth } = place
  if (depth >= deepest) return escaped(source.slice(node.position?.start.offset, node.position?.end.offset))
  return node.children.map(child => html(child, { ...place, depth: depth + 1 })).join('')
}

const html = (node: Nodes, place: Place): string => {
  switch (node.type) {
    case 'text':
      return escaped(node.value)
    case 'paragraph':
      return `<p>${inner(node, place)}</p>`
    case 'heading':
      return wrapped(`h${Math.min(6, node.depth + place.under)}`, inner(node, place))
    case 'emphasis':
      return wrapped('em', inner(node, place))
    case 'strong':
      return wrapped('strong', inner(node, place))
    case 'delete':
      return wrapped('s', inner(node, place))
    case 'blockquote':
      return wrapped('blockquote', inner(node, place))
    case 'inlineCode':
      return wrapped('code', escaped(node.value))
    case 'code':
      return `<pre><code>${escaped(node.value)}</code></pre>`
    case 'break':
      return '<br>'
    case 'thematicBreak':
      return '<hr>'
    case 'image':
    case 'imageReference':
      return escaped(node.alt ?? '')
    case 'link':
      return linked(node.url, inner(node, place))
    case 'list':
      return node.ordered ? `<ol${startAt(node.start)}>${inner(node, place)}</ol>` : wrapped('ul', inner(node, place))
    case 'listItem':
      return wrapped('li', item(node, place))
    case 'table':
      return table(node, place)
    default:
      return 'children' in node ? inner(node, place) : 'value' in node ? escaped(node.value) : ''
  }
}

const wrapped = (element: string, content: string) => `<${element}>${content}</${element}>`
const startAt = (start: number | null | undefined) => (start === null || start === undefined || start === 1 ? '' : ` start="${start}"`)

/** A short item is not a paragraph of its own. */
const item = (node: Parents, place: Place) =>
  node.children.map((child, rank) => (rank === 0 && child.type === 'paragraph' ? inner(child, place) : html(child, place))).join('')

const table = ({ children: [head, ...rows] }: Table, place: Place) => {
  const cells = (row: Table['children'][number] | undefined, open: string, close: string) =>
    `<tr>${(row?.children ?? []).map(cell => `<${open}>${inner(cell, place)}</${close}>`).join('')}</tr>`
  const body = rows.map(row => cells(row, 'td', 'td')).join('')
  return `<table><thead>${cells(head, 'th scope="col"', 'th')}</thead>${body && wrapped('tbody', body)}</table>`
}

/** An address elsewhere must not learn where the reader came from, nor gain rank from a contribution. */
const linked = (url: string, content: string) => {
  const safe = safeAddress(url)
  return safe ? `<a href="${escaped(safe)}" rel="nofollow ugc noopener noreferrer">${content}</a>` : content
}

const safeAddress = (url: string) => {
  if (!/^(https?:\/\/|mailto:)/i.test(url) || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, character => entities[character] ?? '')
