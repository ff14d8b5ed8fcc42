import type { Conflict, Version } from '#engines/texts'
import { mergeAll, type Tabled, textOf, touchedBy, wished } from './settle.ts'

/** One paragraph on the group's table: how it now reads, how each amendment would have it, and a text to start from. */
export interface Dispute {
  readonly paragraph: string
  /** How it now reads; null when it is gone, or not there yet. */
  readonly current: string | null
  readonly wishes: readonly { readonly amendment: string; readonly text: string | null }[]
  /** What the machine can merge by itself. */
  readonly suggestion: string
  readonly conflict: Conflict['kind'] | null
}

/** Every paragraph that these amendments touch, in the order of the text they would make. */
export const disputes = (current: Version, tabled: readonly Tabled[]): readonly Dispute[] => {
  const merge = mergeAll(current, tabled)
  const touched = [...new Set(tabled.flatMap(({ operations }) => operations.map(touchedBy)))]
  const rank = new Map([...merge.version.map(({ id }) => id), ...current.map(({ id }) => id)].map((id, place) => [id, place]))
  return touched
    .map((paragraph): Dispute => ({
      paragraph,
      current: textOf(current, paragraph),
      wishes: tabled
        .filter(({ operations }) => operations.some(operation => touchedBy(operation) === paragraph))
        .map(({ amendment, operations }) => ({ amendment, text: wished(operations, paragraph) })),
      suggestion: textOf(merge.version, paragraph) ?? '',
      conflict: merge.conflicts.find(conflict => conflict.paragraph === paragraph)?.kind ?? null,
    }))
    .sort((a, b) => (rank.get(a.paragraph) ?? -1) - (rank.get(b.paragraph) ?? -1) || (a.paragraph < b.paragraph ? -1 : 1))
}
