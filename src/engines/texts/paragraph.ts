/**
 * A block of a text (paragraph, heading, item of a list, table) with an identity that outlives its wording:
 * an edited paragraph keeps its `id`, so that what was said about it still leads to it.
 * `id` is unique within the text it belongs to; `text` is Markdown, without blank lines around it.
 */
export interface Paragraph {
  readonly id: string
  readonly text: string
}

/** A state of a text: its paragraphs in order. Never changed once made. */
export type Version = readonly Paragraph[]

/** Names new paragraphs: receives their rank among the new ones (from 0) and must never give the same name twice. */
export type NameParagraph = (rank: number) => string

/** The whole text again, paragraphs parted by a blank line. */
export const markdownOf = (version: Version) => version.map(paragraph => paragraph.text).join('\n\n')
