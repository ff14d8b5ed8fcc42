import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepTypography } from './keepTypography.ts'
import { sideOf, wordDiff } from './wordDiff.ts'
import { wordsOf } from './wordsOf.ts'

const signs = { same: '', added: '+', removed: '-' } as const
const told = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${signs[kind]}${text}]`))
    .join('')

test('a word changes, comes or goes without its neighbours', () => {
  expect(told('Un marché de nuit.', 'Un marché de jour.')).toBe('Un marché de [-nuit][+jour].')
  expect(told('Un marché.', 'Un marché couvert.')).toBe('Un marché[+ couvert].')
  expect(told('marché', 'Grand marché')).toBe('[+Grand ]marché')
  expect(told('Grand marché', 'marché')).toBe('[-Grand ]marché')
  expect(told('', 'marché')).toBe('[+marché]')
  expect(told('marché', '')).toBe('[-marché]')
  expect(told('marché', 'marché')).toBe('marché')
})

test('an elision and a non-breaking space stay with what did not change', () => {
  expect(told('Boire l’eau\u00a0: oui', 'Boire l’air\u00a0: oui')).toBe('Boire l’[-eau][+air]\u00a0: oui')
  expect(told('à 12,50\u00a0€ par jour', 'à 13,50\u00a0€ par jour')).toBe('à [-12,50][+13,50]\u00a0€ par jour')
})

test('a comma between two changes is told with them', () => {
  expect(told('pain, lait frais', 'fruits, légumes frais')).toBe('[-pain, lait][+fruits, légumes] frais')
})

const word = fc.constantFrom('le', 'marché', 'de', 'nuit', 'l’eau', "l'eau", ',', '.', ' ', '\u00a0', '\n', ' ', 'été', '👩‍🌾', '')
const text = fc.oneof(
  fc.array(word).map(words => words.join(' ')),
  fc.array(word).map(words => words.join('')),
  fc.string({ unit: 'binary' }),
)

test('both texts can be rebuilt exactly, and neighbours differ in kind', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after)
      expect(sideOf(pieces, 'before')).toBe(before)
      expect(sideOf(pieces, 'after')).toBe(after)
      expect(pieces.every(({ text, kind }, rank) => text !== '' && kind !== pieces[rank + 1]?.kind)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('words joined are the text', () => {
  fc.assert(
    fc.property(text, one => {
      expect(wordsOf(one).join('')).toBe(one)
    }),
  )
})

test('retyping with other apostrophes and spaces changes nothing; real changes stay', () => {
  const original = 'L’eau de l’Yvette\u00a0: aujourd’hui, «\u00a0claire\u00a0»'
  expect(keepTypography(original, "L'eau de l'Yvette : aujourd'hui, « claire »")).toBe(original)
  expect(keepTypography(original, "L'air de l'Yvette : demain, « claire »")).toBe('L’air de l’Yvette\u00a0: demain, «\u00a0claire\u00a0»')
  expect(keepTypography('marché', 'grand marché')).toBe('grand marché')
  const bare = (one: string) => one.replace(/[’ʼ]/gu, "'").replace(/\s+/gu, '')
  fc.assert(
    fc.property(
      text.map(one => one.trim()),
      text.map(one => one.trim()),
      (before, typed) => {
        expect(bare(keepTypography(before, typed))).toBe(bare(typed))
      },
    ),
    { numRuns: 1000 },
  )
})
