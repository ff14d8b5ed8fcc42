import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeText } from './mergeText.ts'
import { mergeThreeWays } from './mergeThreeWays.ts'
import { applyOperations, refuseOperations, type Operation } from './operations.ts'
import type { Version } from './paragraph.ts'
import { rewriteParagraphs } from './rewriteParagraphs.ts'
import { wordsOf } from './wordsOf.ts'

const one: Version = [
  { id: 'p1', text: 'La commune ouvre un marché de nuit chaque été.' },
  { id: 'p2', text: 'Les étals sont réservés aux producteurs voisins.' },
  { id: 'p3', text: 'Un bilan public est rendu chaque année.' },
]
const text = (version: Version, id: string) => version.find(paragraph => paragraph.id === id)?.text
const named = (prefix: string) => (rank: number) => `${prefix}-${rank + 1}`
const replace = (paragraph: string, text: string): Operation => ({ kind: 'replace', paragraph, text })
const add = (after: string | null, id: string, text: string): Operation => ({ kind: 'add', after, added: { id, text } })

test('two amendments to different words of one paragraph are both taken', () => {
  const two = applyOperations(one, [replace('p1', 'La commune et les commerçants ouvrent un marché de nuit chaque été.')])
  const { version, conflicts } = mergeThreeWays(one, two, [replace('p1', 'La commune ouvre un marché de nuit chaque été et chaque hiver.')])
  expect(conflicts).toEqual([])
  expect(text(version, 'p1')).toBe('La commune et les commerçants ouvrent un marché de nuit chaque été et chaque hiver.')
})

test('two amendments to the same words are a conflict until people settle it', () => {
  const two = applyOperations(one, [replace('p1', 'La commune ouvre un marché de jour chaque été.')])
  const wish = [replace('p1', 'La commune ouvre un marché de soirée chaque été.')]
  const { version, conflicts } = mergeThreeWays(one, two, wish)
  expect(version).toEqual(two)
  expect(conflicts).toMatchObject([
    { paragraph: 'p1', kind: 'both-rewrote', ours: two[0]?.text, stretches: [{}, { base: ' nuit', ours: ' jour', theirs: ' soirée' }, {}] },
  ])
  const settled = mergeThreeWays(one, two, wish, new Map([['p1', 'La commune ouvre un marché de jour et de soirée.']]))
  expect(settled.conflicts).toEqual([])
  expect(text(settled.version, 'p1')).toBe('La commune ouvre un marché de jour et de soirée.')
})

test('rewriting what was removed, or removing what was rewritten, is a conflict; removing twice is not', () => {
  const without = applyOperations(one, [{ kind: 'remove', paragraph: 'p2' }])
  const rewritten = applyOperations(one, [replace('p2', 'Les étals sont ouverts à tous.')])
  expect(mergeThreeWays(one, without, [replace('p2', 'Tout.')]).conflicts).toMatchObject([
    { kind: 'removed-meanwhile', ours: null, theirs: 'Tout.' },
  ])
  expect(mergeThreeWays(one, rewritten, [{ kind: 'remove', paragraph: 'p2' }]).conflicts).toMatchObject([
    { kind: 'rewritten-meanwhile', theirs: null },
  ])
  expect(mergeThreeWays(one, without, [{ kind: 'remove', paragraph: 'p2' }])).toEqual({ version: without, conflicts: [] })
  const back = mergeThreeWays(one, without, [replace('p2', 'Tout.')], new Map([['p2', 'Tout.']]))
  expect(back.version.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3'])
})

test('additions at one place are all kept, the same one once, even where their anchor went', () => {
  const two = applyOperations(one, [add('p2', 'a1', 'Une navette circule.'), { kind: 'remove', paragraph: 'p2' }])
  const { version } = mergeThreeWays(one, two, [add('p2', 'b1', 'La musique s’arrête à minuit.'), add('p2', 'b2', 'Une navette circule.')])
  expect(version.map(({ id }) => id)).toEqual(['p1', 'a1', 'b1', 'p3'])
})

test('twenty amendments that do not overlap merge without a conflict, and every one is in the text', () => {
  const base: Version = Array.from({ length: 10 }, (_, rank) => ({
    id: `p${rank}`,
    text: `Au point ${rank} la commune ouvre une salle et les habitants la tiennent le samedi.`,
  }))
  const amendments = base.flatMap(({ id, text }, rank): Operation[][] => [
    [replace(id, text.replace('commune', `commune-alpha${rank}`))],
    [replace(id, text.replace('samedi', `dimanche-beta${rank}`))],
  ])
  const start = { version: base, conflicts: 0 }
  const end = amendments.reduce(({ version, conflicts }, operations) => {
    const merge = mergeThreeWays(base, version, operations)
    return { version: merge.version, conflicts: conflicts + merge.conflicts.length }
  }, start)
  expect(amendments).toHaveLength(20)
  expect(end.conflicts).toBe(0)
  for (const rank of base.keys()) expect(text(end.version, `p${rank}`)).toMatch(new RegExp(`alpha${rank}\\b.*beta${rank}\\b`))
})

/** A text of words that all differ, and two sets of places that each side rewrites. */
const base = Array.from({ length: 12 }, (_, rank) => `mot${rank}`)
const edits = fc.dictionary(fc.constantFrom(...base.keys()).map(String), fc.constantFrom('', 'neuf', 'neuf et grand', 'vieux'), {
  maxKeys: 4,
})
const rewrite = (changes: Record<string, string>, mark: string) =>
  base
    .flatMap((word, rank) =>
      changes[rank] === undefined ? [word] : changes[rank] === '' ? [] : changes[rank].split(' ').map(one => `${one}${mark}`),
    )
    .join(' ')

test('changes apart by a word merge into both, whichever side is ours; changes that overlap or touch are disputed', () => {
  fc.assert(
    fc.property(edits, edits, (ours, theirs) => {
      const sides = [rewrite(ours, 'A'), rewrite(theirs, 'B')] as const
      const merge = mergeText(base.join(' '), ...sides)
      const touching = Object.keys(ours).some(a => Object.keys(theirs).some(b => Math.abs(Number(a) - Number(b)) < 2))
      // The same word removed by both is one wish; whether more was disputed around it is left to the other cases.
      if (Object.keys(ours).some(a => Object.keys(theirs).includes(a) && ours[a] === '' && theirs[a] === '')) return
      expect(merge.merged === null).toBe(touching)
      if (merge.merged === null) return
      expect(merge.merged).toBe(
        base
          .flatMap((word, rank) => [ours[rank]?.replace(/(\S+)/g, '$1A') ?? theirs[rank]?.replace(/(\S+)/g, '$1B') ?? word])
          .filter(Boolean)
          .join(' '),
      )
      expect(mergeText(base.join(' '), sides[1], sides[0])).toEqual(merge)
    }),
    { numRuns: 2000 },
  )
})

const loose = fc
  .array(fc.constantFrom('le', 'marché', 'de', 'nuit', ',', 'l’eau', '\n', '.'), { maxLength: 14 })
  .map(words => words.join(' ').trim())
const tally = (text: string) => wordsOf(text).map(word => word.trim())

test('never loses a word: what one side wrote is in the merged text or in the dispute', () => {
  fc.assert(
    fc.property(loose, loose, loose, (was, left, right) => {
      const mark = (text: string, sign: string) =>
        tally(text)
          .map((word, rank) => (rank % 3 === 0 && /^\p{L}+$/u.test(word) ? `${word}${sign}` : word))
          .join(' ')
      const [ours, theirs] = [mark(left, 'A'), mark(right, 'B')]
      const merge = mergeText(was, ours, theirs)
      const all =
        merge.merged ??
        merge.stretches.map(stretch => (stretch.kind === 'agreed' ? stretch.text : `${stretch.ours} ${stretch.theirs}`)).join(' ')
      const present = tally(all)
      for (const word of [...tally(ours), ...tally(theirs)].filter(word => /[AB]$/.test(word))) expect(present).toContain(word)
      if (merge.merged === null)
        for (const [side, key] of [
          [ours, 'ours'],
          [theirs, 'theirs'],
        ] as const) {
          const rebuilt = merge.stretches
            .filter(s => s.kind === 'disputed')
            .map(stretch => stretch[key])
            .join('')
          for (const word of tally(rebuilt)) expect(tally(side)).toContain(word)
        }
    }),
    { numRuns: 1000 },
  )
})

test('what is typed over paragraphs becomes operations that give exactly that text', () => {
  fc.assert(
    fc.property(
      fc.subarray([...one], { minLength: 1 }),
      fc.array(
        fc.oneof(
          fc.constantFrom(...one.map(({ text }) => text)),
          fc.constant('Une navette.'),
          fc.constant('Un bilan public est rendu chaque mois.'),
        ),
        { maxLength: 4 },
      ),
      (chosen, typed) => {
        const first = one.indexOf(chosen[0] ?? one[0]!)
        const run = one.slice(first, first + chosen.length)
        const operations = rewriteParagraphs(one, new Set(run.map(({ id }) => id)), typed.join('\n\n'), named('a1'))
        if (operations.length > 0) expect(refuseOperations(one, operations)).toBe(null)
        const next = applyOperations(one, operations)
        expect(next.map(({ text }) => text)).toEqual(
          [...one.slice(0, first), ...typed.map(text => ({ text })), ...one.slice(first + run.length)].map(({ text }) => text),
        )
      },
    ),
  )
})

test('operations that do not fit are refused with their reason', () => {
  expect(refuseOperations(one, [replace('p9', 'x')])).toBe('unknown-paragraph')
  expect(refuseOperations(one, [add('p9', 'a', 'x')])).toBe('unknown-paragraph')
  expect(refuseOperations(one, [replace('p1', 'x'), { kind: 'remove', paragraph: 'p1' }])).toBe('touched-twice')
  expect(refuseOperations(one, [add(null, 'p1', 'x')])).toBe('identity-taken')
  expect(refuseOperations(one, [replace('p1', one[0]?.text ?? '')])).toBe('nothing-changed')
  expect(refuseOperations(one, [replace('p1', 'x'), add(null, 'a', 'y')])).toBe(null)
  expect(() => applyOperations(one, [replace('p9', 'x')])).toThrow(RangeError)
})
