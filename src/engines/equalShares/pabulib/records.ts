import { Unreadable } from './pabulib.ts'

/** One record of the file and the line it begins on. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Cells between semicolons, without the spaces around them. A cell that begins with a quotation mark ends with one, may hold
 * semicolons, ends of lines and doubled quotation marks. Empty lines and lines that begin with `#` are left out.
 * @throws Unreadable for quotation marks that are not closed
 */
export function* recordsOf(text: string): Generator<Line> {
  let line = 0
  for (let at = 0; at < text.length;) {
    line++
    const first = line
    let end = endOfLine(text, at)
    let record = text.slice(at, end)
    while (record.includes('"') && isOpen(record)) {
      if (end >= text.length) throw new Unreadable({ kind: 'quotes', line: first })
      end = endOfLine(text, end + 1)
      line++
      record = text.slice(at, end)
    }
    at = end + 1
    const plain = record.trim()
    if (plain !== '' && !plain.startsWith('#')) yield { line: first, cells: cellsOf(record) }
  }
}

const endOfLine = (text: string, from: number) => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

const quoted = /\s*"(?:[^"]|"")*"[^;]*(?:;|$)|[^;]*(?:;|$)/gy

/** Whether a cell begins with a quotation mark that nothing closes. */
const isOpen = (record: string) => {
  for (quoted.lastIndex = 0; quoted.lastIndex < record.length;) {
    const cell = (quoted.exec(record)?.[0] ?? '').trimStart()
    if (cell.startsWith('"') && !/^"(?:[^"]|"")*"/.test(cell)) return true
  }
  return false
}

const cellsOf = (record: string): readonly string[] => {
  if (!record.includes('"')) return record.split(';').map(cell => cell.trim())
  const cells: string[] = []
  quoted.lastIndex = 0
  for (;;) {
    const found = quoted.exec(record)?.[0] ?? ''
    const more = found.endsWith(';')
    cells.push(unquoted((more ? found.slice(0, -1) : found).trim()))
    if (!more) return cells
  }
}

/** What follows the closing mark is kept, as other readers of the format do. */
const unquoted = (cell: string) =>
  cell.startsWith('"') ? cell.replace(/^"((?:[^"]|"")*)"/, (_, inside: string) => inside.replaceAll('""', '"')).trim() : cell
