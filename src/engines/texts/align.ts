import { diffArrays } from 'diff'

/** Beyond that many changed words, texts have so little in common that one simply replaces the other. */
const mostChanges = 1500

/** A stretch of two lists: shared (`same`), or standing in one place of each (`removed` then `added`, either may be empty). */
export type Alignment =
  | { readonly same: true; readonly length: number }
  | { readonly same: false; readonly removed: number; readonly added: number }

/**
 * What two lists of words share, in order (Myers, 1986, the fewest changes); `same` and changed stretches alternate.
 * Lengths are counts of words. Time is bounded: lists too different are one changed stretch.
 */
export const align = (before: readonly string[], after: readonly string[]): readonly Alignment[] => {
  const changes = diffArrays([...before], [...after], { maxEditLength: mostChanges })
  if (!changes) return [{ same: false, removed: before.length, added: after.length }]
  const result: Alignment[] = []
  let removed = 0
  let added = 0
  const flush = () => {
    if (removed + added > 0) result.push({ same: false, removed, added })
    removed = added = 0
  }
  for (const change of changes) {
    if (change.removed) removed += change.count
    else if (change.added) added += change.count
    else {
      flush()
      result.push({ same: true, length: change.count })
    }
  }
  flush()
  return result
}
