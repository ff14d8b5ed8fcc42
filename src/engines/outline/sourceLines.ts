/** A line of the document with its number from 1, its words, and how far it is indented (a tab goes to the next multiple of 4). */
export interface SourceLine {
  readonly line: number
  readonly text: string
  readonly indent: number
  /** Length as typed, to recognise lines that were wrapped by hand. */
  readonly width: number
}

/** Cuts a document into lines whatever its line ends. */
export const sourceLines = (source: string): SourceLine[] =>
  readable(source)
    .split('\n')
    .map((typed, index) => ({
      line: index + 1,
      text: typed.trim().replace(/[ \t]+/g, ' '),
      indent: indentOf(typed),
      width: typed.trimEnd().length,
    }))

/** The document with one kind of line end, without byte-order mark, its control characters made spaces (a database refuses some). */
export const readable = (source: string) =>
  source
    .replace(/^\uFEFF/, '')
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\ufeff\u200b]/g, ' ')

const indentOf = (typed: string) => {
  let column = 0
  for (const character of typed) {
    if (character === '\t') column += 4 - (column % 4)
    else if (character.trim() === '') column += 1
    else return column
  }
  return column
}
