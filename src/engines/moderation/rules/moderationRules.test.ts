import fc from 'fast-check'
import { expect, test } from 'vitest'
import { modelRules } from '../data/modelRules.ts'
import { canAppeal, canDecide, canDecideAppeal, canReport } from './decisions.ts'
import { hourOf, paceAllows } from './pace.ts'
import { readRules, writeRules } from './rulebook.ts'
import { linksIn, normalised, signalsOf } from './signals.ts'
import { isListedFor, isVisibleTo, kindOf, type Moderated, stateAfter } from './state.ts'

const apart = (state: 'held' | 'hidden', appeal: 'none' | 'open' | 'confirmed' = 'none'): Moderated => ({
  state,
  authorId: 'amina',
  since: '2026-11-02T10:00:00.000Z',
  reason: 'Nomme un voisin.',
  signals: [],
  rule: null,
  decisionId: '7',
  appeal,
})
const reader = (personId: string | null, ...roles: string[]) => ({ personId, roles: new Set(roles) })

test.each([
  ['visible', { state: 'visible' } as const, [true, true, true, true]],
  ['held', apart('held'), [false, false, true, true]],
  ['hidden', apart('hidden'), [false, false, true, true]],
])('who may read a %s content: visitor, neighbour, author, agent', (_name, moderated, expected) => {
  const readers = [reader(null, 'visitor'), reader('louis', 'resident'), reader('amina', 'resident'), reader('maud', 'resident', 'agent')]
  expect(readers.map(one => isVisibleTo(moderated, one))).toEqual(expected)
})

test('a held content is not listed for others, a hidden one keeps its place', () => {
  expect(isListedFor(apart('held'), reader('louis', 'resident'))).toBe(false)
  expect(isListedFor(apart('hidden'), reader('louis', 'resident'))).toBe(true)
})

test('a content whose author was erased belongs to nobody', () => {
  expect(isVisibleTo({ ...apart('hidden'), authorId: null } as Moderated, reader(null, 'visitor'))).toBe(false)
})

test('acts lead to the state they say', () => {
  expect((['held', 'released', 'hidden', 'kept', 'restored', 'confirmed'] as const).map(stateAfter)).toEqual([
    'held',
    'visible',
    'hidden',
    'visible',
    'visible',
    'hidden',
  ])
  expect(kindOf('amendment:5')).toBe('amendment')
})

const rule = { firstPosts: 1, links: 2, repeats: 2 }
const newcomer = { text: 'Bonjour', isKnown: false, isTownHall: false, alreadyVisible: 0, twins: 0 }
const links = 'http://a.fr https://b.fr www.c.fr'
test.each([
  ['first words of a newcomer', newcomer, ['first-post']],
  ['second words of a newcomer', { ...newcomer, alreadyVisible: 1 }, []],
  ['first words of a verified resident', { ...newcomer, isKnown: true }, []],
  ['three links from a newcomer', { ...newcomer, alreadyVisible: 5, text: links }, ['links']],
  ['three links from a verified resident', { ...newcomer, isKnown: true, text: links }, []],
  ['the same text for the third time', { ...newcomer, isKnown: true, twins: 2 }, ['repeated']],
  ['everything at once', { ...newcomer, text: links, twins: 9 }, ['first-post', 'links', 'repeated']],
  ['the town hall', { ...newcomer, isTownHall: true, text: links, twins: 9 }, []],
])('%s', (_name, arrival, expected) => expect(signalsOf(arrival, rule)).toEqual(expected))

test('links are counted, words that look like them are not', () => {
  expect([linksIn('rien'), linksIn(links), linksIn('http :// non'), linksIn('https://a.fr/https')]).toEqual([0, 3, 0, 1])
})

test('copies are recognised through case, accents and signs', () => {
  expect(normalised('ÉCOLE, à midi !')).toBe(normalised('ecole a midi'))
  expect(normalised('école à midi')).not.toBe(normalised('école à une heure'))
})

test('one may appeal once, about one’s own hidden words', () => {
  expect(canAppeal(apart('hidden'), 'amina')).toEqual({ ok: true })
  expect(canAppeal(apart('hidden'), 'louis')).toMatchObject({ because: 'not-the-author' })
  expect(canAppeal(apart('held'), 'amina')).toMatchObject({ because: 'not-hidden' })
  expect(canAppeal(apart('hidden', 'open'), 'amina')).toMatchObject({ because: 'already-appealed' })
  expect(canAppeal(apart('hidden', 'confirmed'), 'amina')).toMatchObject({ because: 'already-appealed' })
})

test('an appeal is decided by somebody else', () => {
  const appeal = { hiddenBy: 'maud', filedBy: 'amina', outcome: null }
  expect(canDecideAppeal(appeal, 'ines')).toEqual({ ok: true })
  expect(canDecideAppeal(appeal, 'maud')).toMatchObject({ because: 'same-person' })
  expect(canDecideAppeal(appeal, 'amina')).toMatchObject({ because: 'own-content' })
  expect(canDecideAppeal({ ...appeal, outcome: 'restored' }, 'ines')).toMatchObject({ because: 'already-decided' })
})

test.each([
  ['released', { state: 'visible' } as const, 'not-set-apart'],
  ['released', apart('held'), undefined],
  ['released', apart('hidden'), undefined],
  ['released', apart('hidden', 'open'), 'appeal-open'],
  ['hidden', { state: 'visible' } as const, undefined],
  ['hidden', apart('held'), undefined],
  ['hidden', apart('hidden'), 'already-hidden'],
  ['kept', { state: 'visible' } as const, undefined],
  ['kept', apart('held'), 'not-set-apart'],
] as const)('%s', (act, moderated, because) => {
  const verdict = canDecide(act, moderated)
  expect(verdict.ok ? undefined : verdict.because).toBe(because)
})

test('one reports once, and not oneself', () => {
  expect(canReport({ authorId: 'a', personId: 'b', hasReported: false }).ok).toBe(true)
  expect(canReport({ authorId: 'a', personId: 'a', hasReported: false })).toMatchObject({ because: 'own-content' })
  expect(canReport({ authorId: 'a', personId: 'b', hasReported: true })).toMatchObject({ because: 'already-reported' })
})

test('the pace stops exactly at its limit, and says when to come back', () => {
  const now = '2026-11-02T23:42:10.000Z'
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), (mine, everyones) => {
      const verdict = paceAllows({ perPerson: 10, perBody: 15 }, { mine, everyones }, now)
      expect(verdict.ok).toBe(mine < 10 && everyones < 15)
      if (!verdict.ok) expect(verdict).toMatchObject({ because: mine >= 10 ? 'person' : 'body', comeBackAt: '2026-11-03T00:00:00.000Z' })
    }),
  )
  expect(hourOf(now)).toBe('2026-11-02T23:00:00.000Z')
})

test('rules typed, read and written again are the same', () => {
  const typed = writeRules(modelRules)
  expect(readRules(typed)).toEqual({ ok: true, ...modelRules })
  expect(readRules('1. Une seule\nexpliquée 2. sans couper')).toMatchObject({
    introduction: '',
    rules: [{ number: 1, title: 'Une seule', detail: 'expliquée 2. sans couper' }],
  })
  expect(readRules('Bonjour\n\n3) Trois\n\n9. Neuf')).toMatchObject({
    introduction: 'Bonjour',
    rules: [
      { number: 1, title: 'Trois' },
      { number: 2, title: 'Neuf' },
    ],
  })
  expect(readRules('rien')).toMatchObject({ because: 'no-rule' })
  expect(readRules(Array.from({ length: 31 }, (_, n) => `${n + 1}. Règle`).join('\n'))).toMatchObject({ because: 'too-many' })
})
