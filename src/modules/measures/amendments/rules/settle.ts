import { type Arbitration, blocksOf, type Conflict, mergeThreeWays, type Operation, type Version } from '#engines/texts'

/** An amendment on the group's table: the version it was made on and what it does to it. */
export interface Tabled {
  readonly amendment: string
  readonly base: Version
  readonly operations: readonly Operation[]
}
export interface Arbitrated {
  readonly amendment: string
  readonly paragraph: string
  readonly base: string | null
  readonly ours: string | null
  readonly theirs: string | null
  readonly settled: string | null
  readonly inConflict: boolean
}
export interface Settlement {
  readonly version: Version
  /** By amendment: `accepted` when its words stand as proposed, `merged` when they were combined with others' words. */
  readonly outcomes: ReadonlyMap<string, 'accepted' | 'merged'>
  /** What the group settled, paragraph by paragraph; empty when nothing had to be. */
  readonly arbitrations: readonly Arbitrated[]
}
export type Settled =
  | { readonly ok: true; readonly settlement: Settlement }
  | { readonly ok: false; readonly because: 'conflict'; readonly conflicts: readonly Conflict[] }

/**
 * Takes amendments up into the current text, the first filed first. A conflict that nobody settled is refused.
 * `texts` are the words that the group retains for the paragraphs that it wrote itself; null removes one.
 */
export const settle = (current: Version, tabled: readonly Tabled[], texts: Arbitration = new Map()): Settled => {
  const { version: automatic, conflicts } = mergeAll(current, tabled)
  const unsettled = conflicts.filter(({ paragraph }) => !texts.has(paragraph))
  if (unsettled.length > 0) return { ok: false, because: 'conflict', conflicts: unsettled }

  const version = mergeAll(current, tabled, texts).version.flatMap(({ id, text }) => {
    const settled = texts.get(id)
    return settled === undefined ? [{ id, text }] : retained(id, settled ?? '', tabled[0]?.amendment ?? '')
  })
  const outcomes = new Map(
    tabled.map(one => [one.amendment, one.operations.every(operation => stands(version, operation)) ? 'accepted' : 'merged'] as const),
  )
  return { ok: true, settlement: { version, outcomes, arbitrations: arbitrated(current, tabled, texts, automatic, conflicts) } }
}

/** What the group wrote may be several paragraphs: the first keeps its identity; nothing written removes it. */
const retained = (id: string, text: string, amendment: string): Version =>
  blocksOf(text).map((block, at) => ({ id: at === 0 ? id : `${id}-${amendment}-${at + 1}`, text: block }))

/** Applies amendments one after the other; what the group settled is written once, at the end of each. */
export const mergeAll = (current: Version, tabled: readonly Tabled[], texts: Arbitration = new Map()) =>
  tabled.reduce<{ version: Version; conflicts: readonly Conflict[] }>(
    ({ version, conflicts }, { base, operations }) => {
      const merge = mergeThreeWays(base, version, operations, texts)
      return { version: merge.version, conflicts: [...conflicts, ...merge.conflicts] }
    },
    { version: current, conflicts: [] },
  )

const stands = (version: Version, operation: Operation) => {
  if (operation.kind === 'add') return version.some(({ text }) => text === operation.added.text)
  const now = textOf(version, operation.paragraph)
  return operation.kind === 'remove' ? now === null : now === operation.text
}

/** Only what the group wrote otherwise than the machine would have, or had to choose. */
const arbitrated = (
  current: Version,
  tabled: readonly Tabled[],
  texts: Arbitration,
  automatic: Version,
  conflicts: readonly Conflict[],
) => {
  const disputed = new Set(conflicts.map(({ paragraph }) => paragraph))
  return tabled.flatMap(({ amendment, base, operations }) =>
    [...texts].flatMap(([paragraph, settled]): Arbitrated[] => {
      const inConflict = disputed.has(paragraph)
      if (!operations.some(operation => touchedBy(operation) === paragraph)) return []
      if (!inConflict && textOf(automatic, paragraph) === settled) return []
      return [
        {
          amendment,
          paragraph,
          base: textOf(base, paragraph),
          ours: textOf(current, paragraph),
          theirs: wished(operations, paragraph),
          settled,
          inConflict,
        },
      ]
    }),
  )
}

export const textOf = (version: Version, id: string) => version.find(paragraph => paragraph.id === id)?.text ?? null
/** The paragraph that an operation writes or removes. */
export const touchedBy = (operation: Operation) => (operation.kind === 'add' ? operation.added.id : operation.paragraph)

/** What an amendment would make of a paragraph; null removes it. */
export const wished = (operations: readonly Operation[], paragraph: string) => {
  const operation = operations.find(one => touchedBy(one) === paragraph)
  if (!operation || operation.kind === 'remove') return null
  return operation.kind === 'add' ? operation.added.text : operation.text
}
