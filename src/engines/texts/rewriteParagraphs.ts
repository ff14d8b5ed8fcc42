import { longestRise } from './longestRise.ts'
import { matchParagraphs } from './matchParagraphs.ts'
import type { Operation } from './operations.ts'
import type { NameParagraph, Version } from './paragraph.ts'
import { blocksOf } from './splitParagraphs.ts'

/**
 * The operations that turn some paragraphs of a version into what was typed in their place: those recognised are
 * replaced, those left out or put in another order removed, the others added. An empty text removes them all.
 * `idOf` names the new ones. Nothing changed gives no operation.
 */
export const rewriteParagraphs = (
  version: Version,
  paragraphs: ReadonlySet<string>,
  typed: string,
  idOf: NameParagraph,
): readonly Operation[] => {
  const before = version.filter(({ id }) => paragraphs.has(id))
  const start = version.findIndex(({ id }) => paragraphs.has(id))
  return operationsBetween(before, rewritten(before, blocksOf(typed), idOf), version[start - 1]?.id ?? null)
}

const rewritten = (before: Version, blocks: readonly string[], idOf: NameParagraph): Version => {
  const [only] = before
  const [block] = blocks
  // One paragraph rewritten into one stays itself, however little is left of its words.
  if (only && block !== undefined && before.length === 1 && blocks.length === 1) return [{ ...only, text: block }]
  let rank = 0
  const matched = matchParagraphs(before, blocks, () => idOf(rank++))
  const places = new Map(before.map(({ id }, place) => [id, place]))
  const inOrder = longestRise(matched.map(({ id }) => places.get(id)).filter(place => place !== undefined))
  return matched.map(({ id, text }) => {
    const place = places.get(id)
    return place === undefined || inOrder.has(place) ? { id, text } : { id: idOf(rank++), text }
  })
}

/** Paragraphs that stay are replaced where they are; each new one is added after the last one known before it. */
const operationsBetween = (before: Version, after: Version, start: string | null): readonly Operation[] => {
  const old = new Map(before.map(({ id, text }) => [id, text]))
  const kept = new Set(after.map(({ id }) => id))
  let anchor = start
  const changes = after.flatMap(({ id, text }): Operation[] => {
    if (!old.has(id)) return [{ kind: 'add', after: anchor, added: { id, text } }]
    anchor = id
    return old.get(id) === text ? [] : [{ kind: 'replace', paragraph: id, text }]
  })
  return [...changes, ...before.filter(({ id }) => !kept.has(id)).map(({ id }): Operation => ({ kind: 'remove', paragraph: id }))]
}
