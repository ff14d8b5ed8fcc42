import { columnOf, type Column } from './columnOf.ts'
import { kinds, type Kind, type Outline, type OutlineNode, type Unplaced, type Warning } from './outline.ts'
import { separatorOf, splitTable, type Row } from './splitTable.ts'
import { warningsOf } from './warningsOf.ts'

const parents = ['objective', 'theme', 'measure', 'sub-measure'] as const

/** Reads a table: one row a point; the columns objective and theme make the branches, repeated or left blank. */
export const readTable = (source: string): Outline => {
  const [first, ...rest] = splitTable(source, separatorOf(source))
  const columns = first?.cells.map(columnOf) ?? []
  const hasHeader = columns.some(column => column !== 'other')
  const rows = hasHeader || !first ? rest : [first, ...rest]
  const names = hasHeader ? columns : (first?.cells.map((_, index): Column => (index === 0 ? 'title' : 'body')) ?? [])
  const nodes: OutlineNode[] = []
  const unplaced: Unplaced[] = []
  let branch: { kind: Kind; title: string }[] = []

  for (const row of rows) {
    const lines = Array.from({ length: row.lastLine - row.firstLine + 1 }, (_, index) => row.firstLine + index).filter(line =>
      isWritten(row, line),
    )
    const levels = levelsOf(row, names)
    const text = textOf(row, names, first?.cells ?? [])
    if (levels.length === 0) {
      lines.forEach((line, index) =>
        unplaced.push({ line, text: row.raw.split('\n')[line - row.firstLine] ?? String(index), reason: 'no-title' }),
      )
      continue
    }
    const fresh = levels.filter(
      (level, index) => index === levels.length - 1 || !branch.some(known => known.kind === level.kind && known.title === level.title),
    )
    for (const level of fresh) {
      branch = branch.filter(known => kinds.indexOf(known.kind) < kinds.indexOf(level.kind))
      const isLast = level === levels.at(-1)
      nodes.push({
        depth: branch.length,
        kind: level.kind,
        number: isLast ? cellsOf(row, names, 'number').join(' ') : '',
        title: level.title,
        body: isLast ? text : '',
        lines: isLast ? lines : [],
      })
      branch.push(level)
    }
  }
  const layout = hasHeader && first ? linesOf(first).map(([line, text]) => ({ line, text })) : []
  const warnings: Warning[] = [
    ...(hasHeader ? [] : [{ kind: 'no-header' as const, line: first?.firstLine ?? 1, text: first?.raw.slice(0, 200) ?? '' }]),
    ...warningsOf(nodes, source),
  ]
  return { format: 'csv', title: { text: '', lines: [] }, introduction: { text: '', lines: [] }, nodes, layout, unplaced, warnings }
}

const linesOf = (row: Row): [number, string][] =>
  row.raw
    .split('\n')
    .map((text, index): [number, string] => [row.firstLine + index, text])
    .filter(([, text]) => text.trim() !== '')
const isWritten = (row: Row, line: number) => (row.raw.split('\n')[line - row.firstLine] ?? '').trim() !== ''
const cellsOf = (row: Row, names: readonly Column[], wanted: Column) =>
  row.cells.filter((cell, index) => (names[index] ?? 'other') === wanted && cell !== '')

/** The points named on a row, from the widest: its branches, then itself. */
const levelsOf = (row: Row, names: readonly Column[]): { kind: Kind; title: string }[] => {
  const titled = parents.flatMap(kind => cellsOf(row, names, kind).map(title => ({ kind, title: oneLine(title) })))
  const own = cellsOf(row, names, 'title').join(' – ')
  if (own === '') return titled
  const declared = cellsOf(row, names, 'kind')[0]
  return [
    ...titled,
    { kind: (declared && kindNamed(declared)) || (titled.at(-1)?.kind === 'measure' ? 'sub-measure' : 'measure'), title: oneLine(own) },
  ]
}
const kindNamed = (cell: string): Kind | null => {
  const column = columnOf(cell)
  return column === 'objective' || column === 'theme' || column === 'measure' || column === 'sub-measure' ? column : null
}
const oneLine = (title: string) => title.replace(/\s*\n\s*/g, ' ')

/** The text of a row: its described columns, then each other column under its own name, so that no cell is lost. */
const textOf = (row: Row, names: readonly Column[], header: readonly string[]): string =>
  [
    ...cellsOf(row, names, 'body'),
    ...cellsOf(row, names, 'kind').filter(cell => !kindNamed(cell)),
    ...row.cells.flatMap((cell, index) =>
      (names[index] ?? 'other') === 'other' && cell !== '' ? [header[index] ? `${header[index]} : ${cell}` : cell] : [],
    ),
  ].join('\n\n')
