import type { LegalFile, PaperName } from '../legalFile.ts'

/** A legal paper in French, whoever reads it: a heading, a paragraph, an article or a line of a list. */
export interface PaperLine {
  readonly is: 'heading' | 'text' | 'item'
  readonly text: string
}
export interface PaperFacts {
  readonly commune: string
  readonly file: Pick<LegalFile, 'title' | 'question' | 'area'>
  /** The days computed, said in French; what is not known yet is left to fill in. */
  readonly day: (key: string) => string
  readonly electors: string
  readonly threshold: string
}
export type PaperOf = Readonly<Partial<Record<PaperName, (facts: PaperFacts) => readonly PaperLine[]>>>

export const blank = (what: string) => `[à compléter : ${what}]`
