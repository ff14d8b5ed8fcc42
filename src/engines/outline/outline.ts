/** What a line of the document seems to be, from the widest to the narrowest. */
export const kinds = ['objective', 'theme', 'measure', 'sub-measure'] as const
export type Kind = (typeof kinds)[number]

/** One point of the tree, in reading order. `depth` is 0 at the top and never more than one below the point before it. */
export interface OutlineNode {
  readonly depth: number
  readonly kind: Kind
  /** As written: `'1.'`, `'II -'`, `'Axe 3 :'`, `'#'`-less; empty when the line has a bullet or nothing. */
  readonly number: string
  readonly title: string
  /** Paragraphs apart by an empty line; hard-wrapped lines are joined again. */
  readonly body: string
  /** Lines of the source that this point covers, counted from 1. */
  readonly lines: readonly number[]
}
export interface Passage {
  readonly text: string
  readonly lines: readonly number[]
}
export type Displaced = 'before-everything' | 'after-list' | 'empty' | 'page-number' | 'no-title' | 'no-column'
export interface Unplaced {
  readonly line: number
  readonly text: string
  readonly reason: Displaced
}
/** A line that only lays the page out: a rule, the underline of a title, the header row of a table. */
export interface Layout {
  readonly line: number
  readonly text: string
}
export type WarningKind = 'no-measure' | 'repeated-number' | 'long-title' | 'encoding' | 'no-header' | 'level-skipped'
export interface Warning {
  readonly kind: WarningKind
  readonly line: number
  readonly text: string
}
/** Every line of the source that is not blank is in exactly one of these: title, introduction, a node, layout, unplaced. */
export interface Outline {
  readonly format: 'markdown' | 'text' | 'csv'
  readonly title: Passage
  readonly introduction: Passage
  readonly nodes: readonly OutlineNode[]
  readonly layout: readonly Layout[]
  readonly unplaced: readonly Unplaced[]
  readonly warnings: readonly Warning[]
}
