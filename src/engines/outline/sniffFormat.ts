import { columnOf } from './columnOf.ts'
import { separatorOf, splitTable } from './splitTable.ts'

/** A table when its first row names known columns; Markdown when a line is a heading; plain text otherwise. */
export const sniffFormat = (source: string): 'markdown' | 'text' | 'csv' => {
  const head = source.slice(0, 4000)
  const header = splitTable(head, separatorOf(head))[0]
  if (header && header.cells.length > 1 && header.cells.some(cell => columnOf(cell) === 'measure' || columnOf(cell) === 'title'))
    return 'csv'
  return /^ {0,3}#{1,6}[ \t\u00a0]+\S/m.test(source) ? 'markdown' : 'text'
}
