import { longestRise } from './longestRise.ts'
import type { Paragraph, Version } from './paragraph.ts'
import { type Piece, wordDiff } from './wordDiff.ts'

/** What became of one paragraph between two versions. */
export interface Comparison {
  readonly paragraph: string
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  /** The words of both sides; a single piece when the whole paragraph stayed, came or went. */
  readonly pieces: readonly Piece[]
  /** For a paragraph that stands elsewhere among those that stayed: its places, counted from 1, before and after. */
  readonly moved: { readonly from: number; readonly to: number } | null
}

/**
 * Compares two versions of one text, paragraph by paragraph then word by word, in the order of the second; a removed
 * paragraph is told where it stood, after the one it followed. As few paragraphs as possible are said to have moved.
 */
export const compareVersions = (before: Version, after: Version): readonly Comparison[] => {
  const old = ranks(before)
  const unmoved = longestRise(after.map(({ id }) => old.get(id)).filter(rank => rank !== undefined))
  const now = ranks(after)
  const gone = removedAfter(before, now)

  const told = after.map((paragraph, to): Comparison => {
    const from = old.get(paragraph.id)
    const was = from === undefined ? undefined : before[from]
    if (from === undefined || !was) return whole('added', paragraph)
    const moved = unmoved.has(from) ? null : { from: from + 1, to: to + 1 }
    if (was.text === paragraph.text) return { ...whole('same', paragraph), moved }
    return { paragraph: paragraph.id, kind: 'changed', pieces: wordDiff(was.text, paragraph.text), moved }
  })
  return [...(gone.get(null) ?? []), ...told.flatMap(one => [one, ...(gone.get(one.paragraph) ?? [])])]
}

const ranks = (version: Version) => new Map(version.map(({ id }, rank) => [id, rank]))

const whole = (kind: 'same' | 'added' | 'removed', { id, text }: Paragraph): Comparison => ({
  paragraph: id,
  kind,
  pieces: text === '' ? [] : [{ kind, text }],
  moved: null,
})

/** Removed paragraphs, by the surviving one that they followed (null: the beginning of the text). */
const removedAfter = (before: Version, now: ReadonlyMap<string, number>) => {
  const gone = new Map<string | null, Comparison[]>()
  let survivor: string | null = null
  for (const paragraph of before) {
    if (now.has(paragraph.id)) survivor = paragraph.id
    else gone.set(survivor, [...(gone.get(survivor) ?? []), whole('removed', paragraph)])
  }
  return gone
}
