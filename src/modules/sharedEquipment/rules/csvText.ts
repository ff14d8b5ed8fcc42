import { tableColumns, type TableRow } from './accountTable.ts'

/** RFC 4180, UTF-8. A cell that a spreadsheet would run is made harmless; whole numbers stay what they are. */
export const csvText = (rows: readonly TableRow[]): string =>
  [tableColumns.join(','), ...rows.map(row => tableColumns.map(name => cell(row[name])).join(','))].join('\r\n') + '\r\n'

const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) && !/^-\d+$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
