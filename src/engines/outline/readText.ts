import { guessKinds } from './guessKinds.ts'
import { nesting } from './nesting.ts'
import type { Displaced, Layout, Outline, OutlineNode, Unplaced } from './outline.ts'
import { readMarker, type Marker } from './readMarker.ts'
import { sourceLines, type SourceLine } from './sourceLines.ts'
import { titleAndText } from './titleAndText.ts'
import { warningsOf } from './warningsOf.ts'

/** A point being read: its first words, then its paragraphs, each a list of lines. */
interface Draft {
  readonly depth: number
  readonly marker: Marker | null
  readonly indent: number
  head: string[]
  paragraphs: string[][]
  lines: number[]
}

/** Reads Markdown or plain text, line by line, into a tree. */
export const readText = (source: string, format: 'markdown' | 'text'): Outline => {
  const lines = sourceLines(source)
  const branch = nesting()
  const drafts: Draft[] = []
  const layout: Layout[] = []
  const unplaced: Unplaced[] = []
  const title: { text: string; lines: number[] } = { text: '', lines: [] }
  const introduction: { paragraphs: string[][]; lines: number[] } = { paragraphs: [], lines: [] }
  const lastLetters = new Map<string, string>()
  const titleLine = findTitle(lines, format)
  let afterBlank = true
  let fenced = false
  let previous: SourceLine | null = null

  const displace = (line: SourceLine, reason: Displaced) => unplaced.push({ line: line.line, text: line.text, reason })
  const open = (marker: Marker | null, style: string, line: SourceLine, rest: string) => {
    const depth = branch.place(marker ?? { style, family: 'word', level: 1 }, line.indent)
    drafts.push({ depth, marker, indent: line.indent, head: [rest], paragraphs: [], lines: [line.line] })
  }
  /** Adds a line to the text of the point under way, or to the introduction. */
  const write = (line: SourceLine, newParagraph: boolean) => {
    const target = drafts.at(-1) ?? introduction
    if (newParagraph || target.paragraphs.length === 0) target.paragraphs.push([])
    target.paragraphs.at(-1)!.push(line.text)
    target.lines.push(line.line)
  }

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    if (line.text === '') {
      afterBlank = true
      continue
    }
    const next = lines[index + 1]
    const current = drafts.at(-1)
    const wasAfterBlank = afterBlank
    afterBlank = false

    if (format === 'markdown' && /^(```|~~~)/.test(line.text)) fenced = !fenced
    if (fenced || (format === 'markdown' && /^(```|~~~|\|.*\|$)/.test(line.text))) {
      write(line, wasAfterBlank)
    } else if (line.line === titleLine) {
      title.text = bare(line.text.replace(/^#\s+/, ''))
      title.lines.push(line.line)
      if (next && isUnderline(next)) layout.push({ line: lines[++index]!.line, text: next.text })
    } else if (/^(?:[-*_=–—•~]\s?){3,}$/.test(line.text)) {
      layout.push({ line: line.line, text: line.text })
    } else if (/^(?:page\s*)?[-–]?\s*\d{1,4}\s*(?:(?:\/|sur|of)\s*\d{1,4})?\s*[-–]?$/i.test(line.text)) {
      displace(line, 'page-number')
    } else {
      const marker = readMarker(line.text, new Set(lastLetters.values()))
      const alone = marker && bare(marker.rest) === ''
      if (marker && alone && next && next.text !== '' && !readMarker(next.text) && !isUnderline(next)) {
        open(marker, '', line, next.text)
        drafts.at(-1)!.lines.push(next.line)
        index++
      } else if (marker && alone) {
        displace(line, 'empty')
      } else if (marker && !isWrapped(previous, line, wasAfterBlank, marker)) {
        open(marker, '', line, marker.rest)
        if (/letter/i.test(marker.style)) lastLetters.set(marker.style, marker.number.replace(/[^A-Za-z]/g, ''))
        else if (marker.family === 'heading') lastLetters.clear()
      } else if (next && isUnderline(next) && line.text.length <= 160) {
        const level = next.text.startsWith('=') ? 1 : 2
        open({ style: `h${level}`, family: 'heading', level, number: '', rest: line.text }, '', line, line.text)
        layout.push({ line: lines[++index]!.line, text: next.text })
      } else if (current && !wasAfterBlank && current.paragraphs.length === 0 && continuesTitle(previous, line, current)) {
        current.head.push(line.text)
        current.lines.push(line.line)
      } else if (format === 'text' && isPlainHeading(line, previous, next, wasAfterBlank, lines, index)) {
        open({ style: 'plain', family: 'word', level: 1, number: '', rest: line.text }, '', line, line.text)
      } else if (
        current &&
        (layout.at(-1)?.line === previous?.line || (wasAfterBlank && returnsFromList(current, line)) || followsDisplaced(unplaced, line))
      ) {
        displace(line, 'after-list')
      } else {
        write(line, wasAfterBlank)
      }
    }
    previous = lines[index]!
  }

  const kinds = guessKinds(drafts.map(unsorted))
  const nodes = drafts.map((draft, index): OutlineNode => {
    const { title: head, text } = titleAndText(draft.head, draft.marker?.family === 'heading')
    const paragraphs = [...(text ? [text] : []), ...draft.paragraphs.map(unwrap)]
    return {
      depth: draft.depth,
      kind: kinds[index]!,
      number: draft.marker?.number ?? '',
      title: head,
      body: paragraphs.join('\n\n'),
      lines: draft.lines,
    }
  })
  const intro = { text: introduction.paragraphs.map(unwrap).join('\n\n'), lines: introduction.lines }
  return { format, title, introduction: intro, nodes, layout, unplaced, warnings: warningsOf(nodes, source) }
}

const bare = (text: string) => text.replace(/\*\*|__/g, '').trim()
const isUnderline = (line: SourceLine) => /^(?:={3,}|-{3,})$/.test(line.text)
const unsorted = (draft: Draft) => ({
  depth: draft.depth,
  named: draft.marker?.kind,
  isStrong: draft.marker !== null && draft.marker.family !== 'bullet',
  number: draft.marker?.number ?? '',
  title: draft.head.join(' '),
  hasText: draft.paragraphs.length > 0 || draft.head.join(' ').length > 160,
})

/** Lines wrapped by hand are one paragraph; lines of a list, of a table or of code stay apart. */
const unwrap = (lines: readonly string[]) =>
  lines.reduce(
    (text, line) =>
      text === '' ? line : /^(?:[-*+•|>]|```|~~~)/.test(line) || text.endsWith('|') ? `${text}\n${line}` : `${text} ${line}`,
    '',
  )

/** The only heading of first level in Markdown; in plain text a first line standing alone above numbered points. */
const findTitle = (lines: readonly SourceLine[], format: 'markdown' | 'text'): number | null => {
  const tops = lines.filter(
    (line, index) => /^#\s+\S/.test(line.text) || (line.text !== '' && /^={3,}$/.test(lines[index + 1]?.text ?? '')),
  )
  const first = lines.find(line => line.text !== '')
  if (tops.length === 1 && tops[0] === first) return tops[0]!.line
  if (format === 'markdown' || tops.length > 0 || !first) return null
  const isNumbered = lines.some(line => ['number', 'word'].includes(readMarker(line.text)?.family ?? ''))
  const isAlone = lines[first.line]?.text === ''
  return isNumbered && isAlone && first.text.length <= 120 && !readMarker(first.text) && !/[.;,]$/.test(first.text) ? first.line : null
}

/** A line such as "12. rue de la Mairie" or "I. e." in the middle of a wrapped sentence is not a new point. */
const isWrapped = (previous: SourceLine | null, line: SourceLine, afterBlank: boolean, marker: Marker) =>
  !afterBlank &&
  previous !== null &&
  marker.family === 'bullet' &&
  /^[–—-]$/.test(marker.style.slice(6)) &&
  previous.width >= 60 &&
  previous.indent === line.indent &&
  /[\p{Ll},]$/u.test(previous.text) &&
  /^\p{Ll}/u.test(marker.rest) &&
  !readMarker(previous.text)

const continuesTitle = (previous: SourceLine | null, line: SourceLine, current: Draft) =>
  previous !== null &&
  current.marker?.family !== 'heading' &&
  !/[.!?:;…]$/.test(previous.text) &&
  (/^[\p{Ll}(,;«“"'’&+/€%]/u.test(line.text) ||
    previous.width >= 60 ||
    (current.marker?.family === 'bullet' && line.indent > 0 && line.indent >= previous.indent))

/** Short, capital first, no full stop, and set apart from the text before it. */
const isPlainHeading = (
  line: SourceLine,
  previous: SourceLine | null,
  next: SourceLine | undefined,
  afterBlank: boolean,
  lines: readonly SourceLine[],
  index: number,
) => {
  if (line.text.length > 110 || !/^["«“(]?\s?[\p{Lu}\d]/u.test(line.text) || /[.;,!?…]$/.test(line.text)) return false
  if (next && /^\p{Ll}/u.test(next.text) && !readMarker(next.text)) return false
  const following = lines.slice(index + 1, index + 4).find(other => other.text !== '')
  if (!following) return line.indent > 0 && line.text.length <= 70
  const isApart =
    afterBlank || previous === null || previous.indent !== line.indent || (previous.text.length <= 70 && !/[.,;:]$/.test(previous.text))
  const leads =
    readMarker(following.text) !== null ||
    following.indent > line.indent ||
    (next?.text === '' && afterBlank) ||
    line.indent > 0 ||
    isCapitals(line.text)
  return isApart && leads
}
const isCapitals = (text: string) => /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()

/** Text set back to the margin after a list belongs to no point of that list. */
const returnsFromList = (current: Draft, line: SourceLine) =>
  current.depth > 0 && line.indent === 0 && (current.marker?.family === 'bullet' || current.indent > 0)
const followsDisplaced = (unplaced: readonly Unplaced[], line: SourceLine) =>
  unplaced.at(-1)?.line === line.line - 1 && unplaced.at(-1)?.reason === 'after-list'
