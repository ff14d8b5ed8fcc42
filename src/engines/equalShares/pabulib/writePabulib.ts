import type { Pabulib, Table } from './pabulib.ts'

/** A Pabulib file, in UTF-8, each line ended by a line feed. What is read from it is what was given. */
export const writePabulib = ({ meta, projects, votes }: Pabulib): string =>
  [
    'META',
    'key;value',
    ...meta.map(([key, value]) => `${cell(key)};${cell(value)}`),
    'PROJECTS',
    ...linesOf(projects),
    'VOTES',
    ...linesOf(votes),
    '',
  ].join('\n')

const linesOf = ({ columns, rows }: Table) => [columns, ...rows].map(cells => cells.map(cell).join(';'))

const cell = (text: string) => (/[";\r\n]|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
