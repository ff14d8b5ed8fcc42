import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareVersions } from './compareVersions.ts'
import { matchParagraphs } from './matchParagraphs.ts'
import { sideOf } from './wordDiff.ts'
import type { Version } from './paragraph.ts'

const market: Version = [
  { id: 'p1', text: 'La commune ouvre un marché de nuit chaque été.' },
  { id: 'p2', text: 'Les étals sont réservés aux producteurs voisins.' },
  { id: 'p3', text: 'Un bilan public est rendu chaque année.' },
]
const fresh = (rank: number) => `n${rank + 1}`
const ids = (version: Version) => version.map(({ id }) => id)

test('edited, moved and new paragraphs are told apart', () => {
  const next = [
    'Un bilan public est rendu chaque trimestre.',
    'La navette circule le soir.',
    'La commune ouvre un grand marché de nuit chaque été.',
  ]
  expect(ids(matchParagraphs(market, next, fresh))).toEqual(['p3', 'n1', 'p1'])
})

test('twins keep their order', () => {
  const twins: Version = [
    { id: 'a', text: 'Oui.' },
    { id: 'b', text: 'Oui.' },
  ]
  expect(ids(matchParagraphs(twins, ['Oui.', 'Oui.', 'Oui.'], fresh))).toEqual(['a', 'b', 'n1'])
})

const sentence = fc
  .array(fc.constantFrom('le', 'marché', 'de', 'nuit', 'ouvre', 'été'), { minLength: 1, maxLength: 6 })
  .map(words => words.join(' '))
const version = fc.array(sentence, { maxLength: 8 }).map((texts): Version => texts.map((text, rank) => ({ id: `p${rank}`, text })))

test('an identity is given once, an unchanged text keeps all of them, and the texts are untouched', () => {
  fc.assert(
    fc.property(version, fc.array(sentence, { maxLength: 8 }), (previous, texts) => {
      const next = matchParagraphs(previous, texts, fresh)
      expect(new Set(ids(next)).size).toBe(next.length)
      expect(next.map(({ text }) => text)).toEqual(texts)
      expect(
        matchParagraphs(
          previous,
          previous.map(({ text }) => text),
          fresh,
        ),
      ).toEqual(previous)
    }),
  )
})

test('a comparison says what changed, came, went and moved', () => {
  const next: Version = [
    { id: 'p3', text: 'Un bilan public est rendu chaque mois.' },
    { id: 'p1', text: market[0]?.text ?? '' },
    { id: 'n1', text: 'Une navette circule.' },
  ]
  expect(compareVersions(market, next).map(({ paragraph, kind, moved }) => [paragraph, kind, moved])).toEqual([
    ['p3', 'changed', { from: 3, to: 1 }],
    ['p1', 'same', null],
    ['p2', 'removed', null],
    ['n1', 'added', null],
  ])
})

test('a comparison holds every word of both versions', () => {
  fc.assert(
    fc.property(version, fc.array(sentence, { maxLength: 8 }), (before, texts) => {
      const after = matchParagraphs(before, texts, fresh)
      const told = compareVersions(before, after)
      const side = (which: 'before' | 'after', gone: string) =>
        told.filter(({ kind }) => kind !== gone).map(({ paragraph, pieces }) => ({ id: paragraph, text: sideOf(pieces, which) }))
      expect(side('after', 'removed')).toEqual(after)
      expect(side('before', 'added').sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(before)
    }),
  )
})
