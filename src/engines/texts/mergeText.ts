import { align } from './align.ts'
import { wordsOf } from './wordsOf.ts'

/** A stretch that both sides agree on, or that each wrote in its own way over the same words. */
export type Stretch =
  | { readonly kind: 'agreed'; readonly text: string }
  | { readonly kind: 'disputed'; readonly base: string; readonly ours: string; readonly theirs: string }

export type MergedText = { readonly merged: string } | { readonly merged: null; readonly stretches: readonly Stretch[] }

/**
 * Merges two rewritings of one text, word by word (diff3: Khanna, Kunal and Pierce, « A Formal Investigation of Diff3 »,
 * 2007). Changes kept apart by at least one untouched word are both taken; the same change made twice is taken once;
 * changes that overlap or touch are disputed, never settled by luck. Without dispute, sides can be swapped.
 */
export const mergeText = (base: string, ours: string, theirs: string): MergedText => {
  if (ours === theirs || base === theirs) return { merged: ours }
  if (base === ours) return { merged: theirs }
  const stretches = stretchesOf(base, ours, theirs)
  if (stretches.some(({ kind }) => kind === 'disputed')) return { merged: null, stretches }
  return { merged: stretches.map(stretch => (stretch.kind === 'agreed' ? stretch.text : '')).join('') }
}

/** One side's change: words `from`–`to` of the base became `text`. */
interface Change {
  readonly side: 'ours' | 'theirs'
  readonly from: number
  readonly to: number
  readonly text: string
}

const stretchesOf = (base: string, ours: string, theirs: string): readonly Stretch[] => {
  // A first word has no white space before it; lending one lets it be recognised further on.
  const words = wordsOf(` ${base}`)
  const regions = regionsOf([...changesOf('ours', words, wordsOf(` ${ours}`)), ...changesOf('theirs', words, wordsOf(` ${theirs}`))])
  const between = (from: number, to: number) => words.slice(from, to).join('')
  let place = 0
  const stretches = regions.flatMap(region => {
    const before: Stretch = { kind: 'agreed', text: between(place, region.from) }
    place = region.to
    return [before, told(region, between)]
  })
  return withoutLentSpace(joined([...stretches, { kind: 'agreed', text: between(place, words.length) }]))
}

const changesOf = (side: Change['side'], base: readonly string[], words: readonly string[]): readonly Change[] => {
  let from = 0
  let start = 0
  return align(base, words).flatMap(stretch => {
    const was = stretch.same ? stretch.length : stretch.removed
    const now = stretch.same ? stretch.length : stretch.added
    const change = { side, from, to: (from += was), text: words.slice(start, (start += now)).join('') }
    return stretch.same ? [] : [change]
  })
}

interface Region {
  readonly from: number
  to: number
  readonly changes: Change[]
}

/** Changes that overlap or touch, together. */
const regionsOf = (changes: readonly Change[]): readonly Region[] => {
  const regions: Region[] = []
  for (const change of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = regions.at(-1)
    if (last && change.from <= last.to) {
      last.changes.push(change)
      last.to = Math.max(last.to, change.to)
    } else regions.push({ from: change.from, to: change.to, changes: [change] })
  }
  return regions
}

const told = (region: Region, between: (from: number, to: number) => string): Stretch => {
  const as = (side: Change['side']) => {
    let place = region.from
    const parts = region.changes
      .filter(change => change.side === side)
      .map(change => {
        const untouched = between(place, change.from)
        place = change.to
        return untouched + change.text
      })
    return parts.join('') + between(place, region.to)
  }
  const [ours, theirs] = [as('ours'), as('theirs')]
  const sides = new Set(region.changes.map(({ side }) => side))
  if (sides.size === 1) return { kind: 'agreed', text: sides.has('ours') ? ours : theirs }
  return ours === theirs ? { kind: 'agreed', text: ours } : { kind: 'disputed', base: between(region.from, region.to), ours, theirs }
}

/** Neighbouring agreements are one; an empty one is none. */
const joined = (stretches: readonly Stretch[]) =>
  stretches.reduce<readonly Stretch[]>((done, stretch) => {
    const last = done.at(-1)
    if (stretch.kind === 'disputed') return [...done, stretch]
    if (last?.kind === 'agreed') return [...done.slice(0, -1), { kind: 'agreed', text: last.text + stretch.text }]
    return stretch.text === '' ? done : [...done, stretch]
  }, [])

const withoutLentSpace = ([first, ...others]: readonly Stretch[]): readonly Stretch[] => {
  if (!first) return []
  const bare = (text: string) => (text.startsWith(' ') ? text.slice(1) : text)
  if (first.kind === 'agreed') return joined([{ kind: 'agreed', text: bare(first.text) }, ...others])
  return [{ kind: 'disputed', base: bare(first.base), ours: bare(first.ours), theirs: bare(first.theirs) }, ...others]
}
