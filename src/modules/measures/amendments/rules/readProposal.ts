import {
  applyOperations,
  blocksOf,
  keepTypography,
  type Operation,
  refuseOperations,
  rewriteParagraphs,
  type Version,
} from '#engines/texts'
import type { Gesture } from './terms.ts'

export interface Proposal {
  readonly gesture: Gesture
  /** The paragraphs touched; for an addition, the one it follows, or none at the beginning of the text. */
  readonly paragraphs: readonly string[]
  /** Markdown typed in their place, or added; nothing for a removal. */
  readonly text: string
}
export type ProposalRefusal = 'no-paragraph' | 'unknown-paragraph' | 'no-text' | 'nothing-changed'
export type ReadProposal =
  | { readonly ok: true; readonly operations: readonly Operation[] }
  | { readonly ok: false; readonly because: ProposalRefusal }

/** Reads what was proposed on that version as operations; `prefix` begins the identity of every paragraph it adds. */
export const readProposal = (base: Version, { gesture, paragraphs, text }: Proposal, prefix: string): ReadProposal => {
  const known = new Set(base.map(({ id }) => id))
  if (paragraphs.length === 0 && gesture !== 'addition') return refuse('no-paragraph')
  if (paragraphs.some(id => !known.has(id))) return refuse('unknown-paragraph')
  if (gesture !== 'removal' && blocksOf(text).length === 0) return refuse('no-text')
  const operations = operationsOf(base, { gesture, paragraphs, text }, rank => `${prefix}-${rank + 1}`)
  return operations.length === 0 || refuseOperations(base, operations) !== null ? refuse('nothing-changed') : { ok: true, operations }
}

const refuse = (because: ProposalRefusal) => ({ ok: false, because }) as const

const operationsOf = (base: Version, { gesture, paragraphs, text }: Proposal, idOf: (rank: number) => string): readonly Operation[] => {
  const chosen = new Set(paragraphs)
  if (gesture === 'removal') return [...chosen].map(paragraph => ({ kind: 'remove', paragraph }))
  if (gesture === 'addition') {
    const after = base.findLast(({ id }) => chosen.has(id))?.id ?? null
    return blocksOf(text).map((block, rank) => ({ kind: 'add', after, added: { id: idOf(rank), text: block } }))
  }
  return rewriteParagraphs(base, chosen, keepTypography(passage(base, chosen), text), idOf)
}

/** The chosen paragraphs as one text, in their order. */
export const passage = (version: Version, chosen: ReadonlySet<string>) =>
  version
    .filter(({ id }) => chosen.has(id))
    .map(({ text }) => text)
    .join('\n\n')

/** The first place an amendment touches and its rank in the text; an addition at the beginning stands before everything. */
export const placeOf = (version: Version, paragraphs: readonly string[]) => {
  const position = version.findIndex(({ id }) => paragraphs.includes(id))
  return { place: version[position]?.id ?? null, position }
}

/** The text as the amendment would have it, on the version it was made on. */
export const amended = (base: Version, operations: readonly Operation[]) => applyOperations(base, operations)
