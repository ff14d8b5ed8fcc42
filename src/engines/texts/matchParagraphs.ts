import type { NameParagraph, Paragraph, Version } from './paragraph.ts'
import { countWords, likeness } from './similarity.ts'

/** Less than this in common, and a text is a new paragraph rather than an edited one. */
const recognisable = 0.5

interface Pair {
  readonly was: number
  readonly now: number
  readonly score: number
}

/**
 * Gives the paragraphs of a rewritten text their identity: an unchanged or edited paragraph keeps its own, wherever it
 * now stands; a new one is named by `idOf`. Identical texts are paired first, in order; then the most alike; ties go to
 * the least displaced, then to the first. The same input always gives the same answer, and no identity is given twice.
 */
export const matchParagraphs = (previous: Version, nextTexts: readonly string[], idOf: NameParagraph): Version => {
  const kept = new Map<number, Paragraph>()
  const free = new Set(previous.keys())
  const keep = ({ was, now }: { was: number; now: number }) => {
    const paragraph = previous[was]
    if (!paragraph || kept.has(now) || !free.delete(was)) return
    kept.set(now, paragraph)
  }
  identical(previous, nextTexts).forEach(keep)
  const rest = [...nextTexts.keys()].filter(now => !kept.has(now))
  alike(previous, nextTexts, [...free], rest).forEach(keep)

  let rank = 0
  return nextTexts.map((text, now) => ({ id: kept.get(now)?.id ?? idOf(rank++), text }))
}

const identical = (previous: Version, nextTexts: readonly string[]) => {
  const places = new Map<string, number[]>()
  previous.forEach(({ text }, was) => places.set(text, [...(places.get(text) ?? []), was]))
  return nextTexts.flatMap((text, now) => {
    const was = places.get(text)?.shift()
    return was === undefined ? [] : [{ was, now }]
  })
}

const alike = (previous: Version, nextTexts: readonly string[], free: readonly number[], rest: readonly number[]): readonly Pair[] => {
  const before = free.map(was => ({ was, words: countWords(previous[was]?.text ?? '') }))
  const pairs = rest.flatMap(now => {
    const words = countWords(nextTexts[now] ?? '')
    return before.map(({ was, words: old }): Pair => ({ was, now, score: likeness(old, words) }))
  })
  const displacement = ({ was, now }: Pair) => Math.abs(was / previous.length - now / nextTexts.length)
  return pairs
    .filter(({ score }) => score >= recognisable)
    .sort((a, b) => b.score - a.score || displacement(a) - displacement(b) || a.now - b.now || a.was - b.was)
}
