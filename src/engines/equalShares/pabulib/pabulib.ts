/** A section of a Pabulib file as it is written: every column is kept, known or not. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A `.pb` file: what is said of the vote, in order, the projects and the votes. */
export interface Pabulib {
  readonly meta: readonly (readonly [key: string, value: string])[]
  readonly projects: Table
  readonly votes: Table
}

/** Why a file could not be read; the caller has the words. `line` counts from 1. */
export type PabulibProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'encoding' }
  | { readonly kind: 'quotes'; readonly line: number }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'sectionTwice'; readonly section: string; readonly line: number }
  | { readonly kind: 'beforeSections'; readonly line: number; readonly text: string }
  | { readonly kind: 'column'; readonly section: string; readonly column: string }
  | { readonly kind: 'fields'; readonly line: number; readonly expected: number; readonly found: number }
  | { readonly kind: 'meta'; readonly key: string }
  | { readonly kind: 'metaValue'; readonly key: string; readonly text: string }
  | { readonly kind: 'value'; readonly line: number; readonly column: string; readonly text: string }
  | { readonly kind: 'twice'; readonly line: number; readonly column: string; readonly text: string }
  | { readonly kind: 'unknownProject'; readonly line: number; readonly text: string }

export type PabulibRead<Content> = { readonly ok: true; readonly value: Content } | { readonly ok: false; readonly problem: PabulibProblem }

/** Thrown inside the readers, which give it back as a value. */
export class Unreadable extends Error {
  readonly problem: PabulibProblem
  constructor(problem: PabulibProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

/** Runs a reader; what the file does wrong becomes a value. */
export const reading = <Content>(reader: () => Content): PabulibRead<Content> => {
  try {
    return { ok: true, value: reader() }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem }
    throw error
  }
}
