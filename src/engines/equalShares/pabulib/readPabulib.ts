import { type Pabulib, type PabulibRead, reading, type Table, Unreadable } from './pabulib.ts'
import { type Line, recordsOf } from './records.ts'

type Section = 'meta' | 'projects' | 'votes'
const sections: readonly Section[] = ['meta', 'projects', 'votes']

/** A Pabulib file as it is written. What its votes mean is for `electionOf`. */
export const readPabulib = (file: Uint8Array | string): PabulibRead<PabulibLines> => reading(() => read(textOf(file)))

/** A Pabulib file, and the line of each row. */
export interface PabulibLines extends Pabulib {
  readonly lines: { readonly projects: readonly number[]; readonly votes: readonly number[] }
}

const textOf = (file: Uint8Array | string) => {
  if (typeof file === 'string') return file.replace(/^\uFEFF/, '')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    throw new Unreadable({ kind: 'encoding' })
  }
}

const read = (text: string): PabulibLines => {
  const found = new Map<Section, Line[]>()
  let here: Line[] | null = null
  let any = false
  for (const record of recordsOf(text)) {
    any = true
    const section = sectionOf(record)
    if (section !== undefined) {
      if (found.has(section)) throw new Unreadable({ kind: 'sectionTwice', section: section.toUpperCase(), line: record.line })
      found.set(section, (here = []))
    } else if (here) here.push(record)
    else throw new Unreadable({ kind: 'beforeSections', line: record.line, text: record.cells.join(';').slice(0, 60) })
  }
  if (!any) throw new Unreadable({ kind: 'empty' })
  const [meta, projects, votes] = sections.map(section => {
    const lines = found.get(section)
    if (!lines) throw new Unreadable({ kind: 'section', section: section.toUpperCase() })
    return lines
  }) as [Line[], Line[], Line[]] // as many as there are sections
  return {
    meta: metaOf(meta),
    projects: tableOf('PROJECTS', projects, ['project_id', 'cost']),
    votes: tableOf('VOTES', votes, ['voter_id', 'vote']),
    lines: { projects: linesOf(projects), votes: linesOf(votes) },
  }
}

const sectionOf = ({ cells }: Line): Section | undefined => {
  const name = cells[0]?.toLowerCase()
  return cells.slice(1).every(cell => cell === '') ? sections.find(section => section === name) : undefined
}

/** A value may hold semicolons that nothing quotes: the rest of its line belongs to it. */
const metaOf = (lines: readonly Line[]): Pabulib['meta'] => {
  const [header, ...rest] = lines
  if (header?.cells[0]?.toLowerCase() !== 'key') throw new Unreadable({ kind: 'column', section: 'META', column: 'key' })
  if (header.cells[1]?.toLowerCase() !== 'value') throw new Unreadable({ kind: 'column', section: 'META', column: 'value' })
  const keys = new Set<string>()
  return rest.map(({ line, cells }) => {
    const [key = '', ...values] = cells
    if (key === '') throw new Unreadable({ kind: 'value', line, column: 'key', text: '' })
    if (keys.has(key)) throw new Unreadable({ kind: 'twice', line, column: 'key', text: key })
    keys.add(key)
    while (values.length > 1 && values.at(-1) === '') values.pop()
    return [key, values.join(';')] as const
  })
}

const tableOf = (section: string, lines: readonly Line[], needed: readonly string[]): Table => {
  const [header, ...rest] = lines
  const columns = header?.cells ?? []
  for (const column of needed) if (!columns.includes(column)) throw new Unreadable({ kind: 'column', section, column })
  const twice = columns.find((column, at) => columns.indexOf(column) !== at)
  if (header && twice !== undefined) throw new Unreadable({ kind: 'twice', line: header.line, column: section, text: twice })
  for (const { line, cells } of rest)
    if (cells.length !== columns.length) throw new Unreadable({ kind: 'fields', line, expected: columns.length, found: cells.length })
  return { columns, rows: rest.map(({ cells }) => cells) }
}

const linesOf = (lines: readonly Line[]) => lines.slice(1).map(({ line }) => line)
