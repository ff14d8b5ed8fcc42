export interface TextPiece {
  readonly text: string
  /** Address, when the piece is one of this site. */
  readonly href?: string
}

/** A plain text as paragraphs, lines and pieces, where the addresses of `origin` can be followed. */
export const linkedText = (text: string, origin: string): readonly (readonly (readonly TextPiece[])[])[] =>
  text.split(/\n{2,}/).map(paragraph => paragraph.split('\n').map(line => pieces(line, origin)))

const pieces = (line: string, origin: string): readonly TextPiece[] =>
  line
    .split(/(https?:\/\/\S+)/)
    .filter(text => text !== '')
    .map(text => (text.startsWith(`${origin}/`) ? { text, href: text } : { text }))
