import { mergeText, type Stretch } from './mergeText.ts'
import type { Operation } from './operations.ts'
import type { Paragraph, Version } from './paragraph.ts'

/**
 * Two wishes about one paragraph that nobody but people can reconcile. `ours` is how it now reads, `theirs` how the
 * amendment would have it read; null where one of them removed it.
 */
export interface Conflict {
  readonly paragraph: string
  readonly kind: 'both-rewrote' | 'removed-meanwhile' | 'rewritten-meanwhile'
  readonly base: string
  readonly ours: string | null
  readonly theirs: string | null
  /** Where exactly the two part, for a paragraph that both rewrote. */
  readonly stretches: readonly Stretch[]
}

export interface Merge {
  /** The text after the merge; where a conflict is not arbitrated, as it now reads. */
  readonly version: Version
  readonly conflicts: readonly Conflict[]
}

/** The outcome of an arbitration: the text each disputed paragraph shall have; null removes it. */
export type Arbitration = ReadonlyMap<string, string | null>

/**
 * Applies to the `current` version an amendment that was made on an earlier one, its `base`. What has not changed since
 * is simply amended; where both changed one paragraph they are merged word by word, and what overlaps is reported as a
 * conflict unless `arbitration` settles it. Additions at one place are all kept, the first accepted first; the same
 * addition made twice is kept once. Every operation names paragraphs of `base`, and identities that it adds are new.
 */
export const mergeThreeWays = (
  base: Version,
  current: Version,
  operations: readonly Operation[],
  arbitration: Arbitration = new Map(),
): Merge => {
  const conflicts: Conflict[] = []
  let version = current
  for (const operation of operations) {
    if (operation.kind === 'add') {
      version = insert(base, version, operation.after, operation.added)
      continue
    }
    const wish = operation.kind === 'replace' ? operation.text : null
    const outcome = settle(base, current, operation.paragraph, wish)
    const decided = arbitration.get(operation.paragraph)
    if (!('paragraph' in outcome)) version = put(base, version, operation.paragraph, outcome.text)
    else if (decided !== undefined) version = put(base, version, operation.paragraph, decided)
    else conflicts.push(outcome)
  }
  return { version, conflicts }
}

/** What one paragraph becomes (null: it goes), or why that cannot be said. */
const settle = (base: Version, current: Version, paragraph: string, theirs: string | null): { readonly text: string | null } | Conflict => {
  const was = textOf(base, paragraph)
  const ours = textOf(current, paragraph)
  if (was === null) throw new RangeError(`Paragraph ${paragraph} is not in the version that was amended.`)
  if (ours === theirs || was === theirs) return { text: ours }
  if (ours === was) return { text: theirs }
  if (ours === null) return { paragraph, kind: 'removed-meanwhile', base: was, ours, theirs, stretches: [] }
  if (theirs === null) return { paragraph, kind: 'rewritten-meanwhile', base: was, ours, theirs, stretches: [] }
  const merge = mergeText(was, ours, theirs)
  return merge.merged === null
    ? { paragraph, kind: 'both-rewrote', base: was, ours, theirs, stretches: merge.stretches }
    : { text: merge.merged }
}

const textOf = (version: Version, paragraph: string) => version.find(({ id }) => id === paragraph)?.text ?? null

/** Gives a paragraph its text: in place, removed, or brought back where it stood in the base. */
const put = (base: Version, version: Version, id: string, text: string | null): Version => {
  if (text === null) return version.filter(paragraph => paragraph.id !== id)
  if (version.some(paragraph => paragraph.id === id)) return version.map(paragraph => (paragraph.id === id ? { id, text } : paragraph))
  const rank = base.findIndex(paragraph => paragraph.id === id)
  return insert(base, version, base[rank - 1]?.id ?? null, { id, text })
}

/** Adds a paragraph after the nearest one before it that is still there, and after what others have added there. */
const insert = (base: Version, version: Version, after: string | null, added: Paragraph): Version => {
  const known = new Set(base.map(({ id }) => id))
  const present = new Set(version.map(({ id }) => id))
  const before = after === null ? [] : base.slice(0, base.findIndex(({ id }) => id === after) + 1)
  const anchor = before.findLast(({ id }) => present.has(id))
  let place = anchor ? version.findIndex(({ id }) => id === anchor.id) + 1 : 0
  for (let next = version[place]; next && !known.has(next.id); next = version[++place]) if (next.text === added.text) return version
  return version.toSpliced(place, 0, added)
}
