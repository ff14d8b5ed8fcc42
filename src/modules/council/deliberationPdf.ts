import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PhrasingContent, RootContent } from 'mdast'
import PDFDocument from 'pdfkit'
import { parseMarkdown } from '#engines/texts'
import { formatDate, formatDateTime } from '#kernel/i18n'
import type { Deliberation } from './queries/deliberations.ts'

const require = createRequire(import.meta.url)
const font = (name: string) =>
  readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${name}-normal.woff`))
const fonts = { text: font('latin-400'), bold: font('latin-700'), 'text-ext': font('latin-ext-400'), 'bold-ext': font('latin-ext-700') }

export interface PdfFacts {
  readonly deliberation: Pick<Deliberation, 'label' | 'title' | 'text' | 'heldOn'>
  readonly commune: string
  readonly signedBy: string
  readonly secretary: string
  readonly version: number
  readonly reason: string
  /** Instant, ISO 8601. */
  readonly publishedAt: string
}

/**
 * The full text of a deliberation as a tagged PDF in French: title, language, headings, paragraphs and lists in its structure tree,
 * fonts embedded. It claims neither PDF/A nor PDF/UA: no validator was run on it. @returns its bytes and their SHA-256, in hexadecimal
 */
export const deliberationPdf = async (facts: PdfFacts): Promise<{ readonly bytes: Buffer; readonly digest: string }> => {
  const { deliberation, commune } = facts
  const title = `Délibération ${deliberation.label} : ${deliberation.title}`
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 64, bottom: 72, left: 64, right: 64 },
    pdfVersion: '1.7',
    lang: 'fr-FR',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: commune, CreationDate: new Date(facts.publishedAt), ModDate: new Date(facts.publishedAt) },
  })
  for (const [name, data] of Object.entries(fonts)) doc.registerFont(name, data)
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve())
    doc.on('error', reject)
  })
  write(doc, facts, title)
  doc.end()
  await done
  const bytes = Buffer.concat(chunks)
  return { bytes, digest: createHash('sha256').update(bytes).digest('hex') }
}

type Doc = InstanceType<typeof PDFDocument>
type Run = { readonly text: string; readonly bold: boolean }
type Structure = ReturnType<Doc['struct']>

const write = (doc: Doc, facts: PdfFacts, title: string) => {
  const { deliberation, commune } = facts
  const root = doc.struct('Document')
  doc.addStructure(root)
  const add = (structure: Structure) => {
    root.add(structure)
    structure.end()
  }
  const line = (tag: 'H1' | 'H2' | 'H3' | 'P', runs: readonly Run[], size = 11) =>
    add(doc.struct(tag, {}, () => writeRuns(doc, runs, size, tag === 'P' ? 6 : 4)))
  const say = (text: string) => line('P', [{ text, bold: false }])
  say(`${commune} · Conseil municipal · Registre des délibérations`)
  line('H1', [{ text: title, bold: true }], 17)
  say(`Séance du ${formatDate(deliberation.heldOn, 'fr')}`)
  if (facts.reason) line('P', [{ text: `Version ${facts.version}, qui corrige la précédente : ${facts.reason}`, bold: true }])
  for (const block of parseMarkdown(deliberation.text).children) writeBlock(doc, root, block, line)
  doc.moveDown()
  say(`Signé : ${facts.signedBy}. Secrétaire de séance : ${facts.secretary}.`)
  say(`Mis en ligne le ${formatDateTime(facts.publishedAt, 'fr')}.`)
  say('Cette délibération peut être contestée devant le tribunal administratif dans les deux mois qui suivent sa publication.')
  root.end()
  numberPages(doc, `Délibération ${deliberation.label}`)
}

const writeBlock = (
  doc: Doc,
  root: Structure,
  block: RootContent,
  line: (tag: 'H2' | 'H3' | 'P', runs: readonly Run[], size?: number) => void,
): void => {
  if (block.type === 'heading') return line(block.depth === 1 ? 'H2' : 'H3', runsOf(block.children, true), block.depth === 1 ? 14 : 12)
  if (block.type === 'paragraph') return line('P', runsOf(block.children))
  if (block.type === 'list') return writeList(doc, root, block)
  if (block.type === 'table')
    return block.children.forEach(row =>
      line(
        'P',
        row.children.flatMap((cell, at) => [...(at > 0 ? [{ text: ' | ', bold: false }] : []), ...runsOf(cell.children)]),
      ),
    )
  if ('children' in block) return block.children.forEach(child => writeBlock(doc, root, child, line))
  if ('value' in block) line('P', [{ text: block.value, bold: false }])
}

const writeList = (doc: Doc, root: Structure, list: Extract<RootContent, { type: 'list' }>) => {
  const outer = doc.struct('L')
  root.add(outer)
  list.children.forEach((item, at) => {
    const mark = list.ordered ? `${(list.start ?? 1) + at}. ` : '• '
    const runs = item.children.flatMap(child => ('children' in child ? runsOf(child.children.filter(isPhrasing)) : []))
    const entry = doc.struct('LI')
    outer.add(entry)
    const body = doc.struct('LBody', {}, () => writeRuns(doc, [{ text: mark, bold: false }, ...runs], 11, 3))
    entry.add(body)
    body.end()
    entry.end()
  })
  outer.end()
}

const isPhrasing = (node: { readonly type: string }): node is PhrasingContent => node.type !== 'listItem' && node.type !== 'paragraph'

const runsOf = (nodes: readonly PhrasingContent[], bold = false): readonly Run[] =>
  nodes.flatMap((node): readonly Run[] => {
    if (node.type === 'strong') return runsOf(node.children, true)
    if (node.type === 'break') return [{ text: '\n', bold }]
    if ('children' in node) return runsOf(node.children, bold)
    return 'value' in node ? [{ text: node.value, bold }] : []
  })

/** Letters of Central Europe are in another file of the typeface. */
const beyondLatin = /([\u0100-\u0151\u0154-\u024f\u1e00-\u1eff]+)/
const writeRuns = (doc: Doc, runs: readonly Run[], size: number, gap: number) => {
  const parts = runs.flatMap(({ text, bold }) =>
    text
      .split(beyondLatin)
      .filter(part => part !== '')
      .map(part => ({ text: part, font: `${bold ? 'bold' : 'text'}${beyondLatin.test(part) ? '-ext' : ''}` })),
  )
  parts.forEach((part, at) =>
    doc
      .font(part.font)
      .fontSize(size)
      .text(part.text, { continued: at < parts.length - 1, paragraphGap: gap, lineGap: 2 }),
  )
}

const numberPages = (doc: Doc, foot: string) => {
  const { start, count } = doc.bufferedPageRange()
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at)
    const { margins, height, width } = doc.page
    const kept = margins.bottom
    margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc
      .font('text')
      .fontSize(9)
      .text(`${foot} · page ${at + 1} sur ${count}`, margins.left, height - 44, {
        width: width - 2 * margins.left,
        align: 'center',
        lineBreak: false,
      })
    doc.endMarkedContent()
    margins.bottom = kept
  }
}
