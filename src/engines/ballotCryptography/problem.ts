/** What a verification can find wrong. */
export type ProblemKind =
  | 'archive'
  | 'chain'
  | 'order'
  | 'setup'
  | 'trustees'
  | 'credentials'
  | 'ballot'
  | 'tally'
  | 'decryption'
  | 'result'
  | 'head'
  | 'revocation'
  | 'unsupported'

/** An election, or a part of one, that does not hold. Thrown inside the engine; `verifyArchive` gives it back as a value. */
export class ElectionProblem extends Error {
  readonly kind: ProblemKind
  /** In English, for whoever looks into it: which check failed, and where. */
  readonly detail: string
  constructor(kind: ProblemKind, detail: string) {
    super(`${kind}: ${detail}`)
    this.kind = kind
    this.detail = detail
  }
}
