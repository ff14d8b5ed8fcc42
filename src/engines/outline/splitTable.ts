import { readable } from './sourceLines.ts'

export interface Row {
  readonly cells: readonly string[]
  readonly firstLine: number
  readonly lastLine: number
  /** As written, for what cannot be placed. */
  readonly raw: string
}

/** The separator that the first line uses most, outside quotes: semicolon, tab, comma or bar. */
export const separatorOf = (source: string): string => {
  const first =
    readable(source)
      .split('\n')
      .find(line => line.trim() !== '') ?? ''
  const bare = first.replace(/"[^"]*"/g, '')
  return [';', '\t', ',', '|']
    .map(mark => ({ mark, count: bare.split(mark).length }))
    .reduce((best, other) => (other.count > best.count ? other : best)).mark
}

/** Rows of a table; a quoted cell may hold separators, doubled quotes and line ends. Blank rows are left out. */
export const splitTable = (source: string, separator: string): Row[] => {
  const rows: Row[] = []
  let cells: string[] = []
  let cell = ''
  let raw = ''
  let line = 1
  let firstLine = 1
  let quoted = false
  const text = readable(source)
  const endRow = () => {
    cells.push(cell)
    if (raw.trim() !== '') rows.push({ cells: cells.map(held => held.trim()), firstLine, lastLine: line, raw })
    cells = []
    cell = ''
    raw = ''
  }
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!
    if (quoted && character === '"' && text[index + 1] === '"') {
      cell += '"'
      raw += '""'
      index++
      continue
    }
    if (character === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted
      raw += character
      if (quoted) cell = ''
      continue
    }
    if (!quoted && character === '\n') {
      endRow()
      line++
      firstLine = line
      continue
    }
    if (character === '\n') line++
    raw += character
    if (!quoted && character === separator) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  endRow()
  return rows
}
