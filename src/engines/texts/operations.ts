import type { Paragraph, Version } from './paragraph.ts'

/**
 * What an amendment does to one paragraph of the version it was made on: give it another text, remove it, or add a new
 * one after it (`after: null` for the beginning of the text). An amendment is a list of operations; several additions
 * at one place stand in the order of the list.
 */
export type Operation =
  | { readonly kind: 'replace'; readonly paragraph: string; readonly text: string }
  | { readonly kind: 'remove'; readonly paragraph: string }
  | { readonly kind: 'add'; readonly after: string | null; readonly added: Paragraph }

export type OperationRefusal = 'nothing-changed' | 'unknown-paragraph' | 'touched-twice' | 'identity-taken'

/** Why these operations cannot be applied to that version; null when they can. */
export const refuseOperations = (version: Version, operations: readonly Operation[]): OperationRefusal | null => {
  const texts = new Map(version.map(({ id, text }) => [id, text]))
  const touched = operations.flatMap(operation => (operation.kind === 'add' ? [] : [operation.paragraph]))
  const anchors = operations.flatMap(operation => (operation.kind === 'add' && operation.after !== null ? [operation.after] : []))
  const added = operations.flatMap(operation => (operation.kind === 'add' ? [operation.added.id] : []))
  if ([...touched, ...anchors].some(id => !texts.has(id))) return 'unknown-paragraph'
  if (new Set(touched).size < touched.length) return 'touched-twice'
  if (new Set(added).size < added.length || added.some(id => texts.has(id))) return 'identity-taken'
  const changes = operations.filter(operation => operation.kind !== 'replace' || texts.get(operation.paragraph) !== operation.text)
  return changes.length === 0 ? 'nothing-changed' : null
}

/** The version that results. Throws a RangeError for operations that `refuseOperations` refuses, apart from changing nothing. */
export const applyOperations = (version: Version, operations: readonly Operation[]): Version => {
  const refusal = refuseOperations(version, operations)
  if (refusal !== null && refusal !== 'nothing-changed') throw new RangeError(`These operations do not fit this version: ${refusal}.`)
  const replaced = new Map(operations.flatMap(operation => (operation.kind === 'replace' ? [[operation.paragraph, operation.text]] : [])))
  const removed = new Set(operations.flatMap(operation => (operation.kind === 'remove' ? [operation.paragraph] : [])))
  const addedAfter = (id: string | null) =>
    operations.flatMap(operation => (operation.kind === 'add' && operation.after === id ? [operation.added] : []))
  const kept = ({ id, text }: Paragraph) => (removed.has(id) ? [] : [{ id, text: replaced.get(id) ?? text }])
  return [...addedAfter(null), ...version.flatMap(paragraph => [...kept(paragraph), ...addedAfter(paragraph.id)])]
}
