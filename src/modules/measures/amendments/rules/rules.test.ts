import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Version } from '#engines/texts'
import { canAmend } from './canAmend.ts'
import { canChange } from './canChange.ts'
import { canDecide } from './canDecide.ts'
import { disputes } from './disputes.ts'
import { placeOf, readProposal } from './readProposal.ts'
import { settle, type Tabled } from './settle.ts'
import { states } from './terms.ts'

const text: Version = [
  { id: 'v1-1', text: 'La commune ouvre un marché de nuit chaque été.' },
  { id: 'v1-2', text: 'Les étals sont réservés aux producteurs voisins.' },
  { id: 'v1-3', text: 'Un bilan public est rendu chaque année.' },
]
const tabled = (amendment: string, paragraph: string, words: string): Tabled => {
  const read = readProposal(text, { gesture: 'rewrite', paragraphs: [paragraph], text: words }, `a${amendment}`)
  if (!read.ok) throw new Error(read.because)
  return { amendment, base: text, operations: read.operations }
}
const first = tabled('1', 'v1-1', 'La commune ouvre un marché de jour chaque été.')
const second = tabled('2', 'v1-1', 'La commune ouvre un marché de soirée chaque été.')
const apart = tabled('3', 'v1-1', 'La commune et les commerçants ouvrent un marché de nuit chaque été.')

test('a measure is amended while it is open, its closing day included', () => {
  expect(canAmend({ stage: 'co-construction', closesOn: '2026-11-03', today: '2026-11-03' })).toEqual({ ok: true })
  expect(canAmend({ stage: 'co-construction', closesOn: '2026-11-03', today: '2026-11-04' })).toEqual({ ok: false, because: 'closed' })
  expect(canAmend({ stage: 'decided', closesOn: null, today: '2026-11-04' })).toEqual({ ok: false, because: 'not-open' })
})

test('only an open amendment changes hands: its author improves it, the group decides', () => {
  for (const state of states) {
    expect(canChange({ state, isAuthor: true }).ok).toBe(state === 'open')
    expect(canChange({ state, isAuthor: false })).toEqual({ ok: false, because: 'not-yours' })
    expect(canDecide({ isTownHall: false, isPilot: false, isGroupMember: true }, state).ok).toBe(state === 'open')
    expect(canDecide({ isTownHall: false, isPilot: false, isGroupMember: false }, state)).toEqual({ ok: false, because: 'not-in-group' })
  }
})

test('what cannot be read is refused for its reason', () => {
  const read = (paragraphs: string[], words: string, gesture: 'rewrite' | 'removal' | 'addition' = 'rewrite') =>
    readProposal(text, { gesture, paragraphs, text: words }, 'a1')
  expect(read([], 'x')).toEqual({ ok: false, because: 'no-paragraph' })
  expect(read(['v9'], 'x')).toEqual({ ok: false, because: 'unknown-paragraph' })
  expect(read(['v1-1'], '  \n')).toEqual({ ok: false, because: 'no-text' })
  expect(read(['v1-2'], 'Les étals sont réservés aux producteurs voisins.')).toEqual({ ok: false, because: 'nothing-changed' })
  expect(read([], 'Bonjour.', 'addition')).toEqual({
    ok: true,
    operations: [{ kind: 'add', after: null, added: { id: 'a1-1', text: 'Bonjour.' } }],
  })
  expect(read(['v1-3', 'v1-2'], '', 'removal')).toMatchObject({ ok: true, operations: [{ paragraph: 'v1-3' }, { paragraph: 'v1-2' }] })
})

test('the place of an amendment is its first paragraph; before everything when it has none', () => {
  expect(placeOf(text, ['v1-3', 'v1-2'])).toEqual({ place: 'v1-2', position: 1 })
  expect(placeOf(text, [])).toEqual({ place: null, position: -1 })
})

test('an amendment alone is accepted; words apart are merged; the same words must be settled', () => {
  const alone = settle(text, [first])
  expect(alone.ok && [alone.settlement.version[0]?.text, alone.settlement.outcomes.get('1')]).toEqual([
    'La commune ouvre un marché de jour chaque été.',
    'accepted',
  ])
  const both = settle(text, [first, apart])
  expect(both.ok && [both.settlement.version[0]?.text, [...both.settlement.outcomes]]).toEqual([
    'La commune et les commerçants ouvrent un marché de jour chaque été.',
    [
      ['1', 'merged'],
      ['3', 'merged'],
    ],
  ])
  const clash = settle(text, [first, second])
  expect(clash.ok ? null : clash.conflicts.map(({ paragraph }) => paragraph)).toEqual(['v1-1'])
  const arbitrated = settle(text, [first, second], new Map([['v1-1', 'Un marché de jour et de soirée.']]))
  expect(arbitrated.ok && arbitrated.settlement).toMatchObject({
    version: [{ id: 'v1-1', text: 'Un marché de jour et de soirée.' }, {}, {}],
    arbitrations: [
      { amendment: '1', inConflict: true, settled: 'Un marché de jour et de soirée.' },
      { amendment: '2', inConflict: true },
    ],
  })
  const divided = settle(text, [first, second], new Map([['v1-1', 'Un marché de jour.\n\nUn marché de soirée.']]))
  expect(divided.ok && divided.settlement.version.map(({ id }) => id)).toEqual(['v1-1', 'v1-1-1-2', 'v1-2', 'v1-3'])
  const removed = settle(text, [first, second], new Map([['v1-1', null]]))
  expect(removed.ok && removed.settlement.version.map(({ id }) => id)).toEqual(['v1-2', 'v1-3'])
})

test('the table shows each passage once, with every wish', () => {
  expect(disputes(text, [first, second])).toMatchObject([
    { paragraph: 'v1-1', current: text[0]?.text, conflict: 'both-rewrote', wishes: [{ amendment: '1' }, { amendment: '2' }] },
  ])
  expect(disputes(text, [first, apart])).toMatchObject([
    { conflict: null, suggestion: 'La commune et les commerçants ouvrent un marché de jour chaque été.' },
  ])
})

test('amendments to different paragraphs never conflict, in whatever order they are taken', () => {
  const all = text.map(({ id }, rank) => tabled(String(rank), id, `Passage ${rank} réécrit.`))
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 1 }), some => {
      const settled = settle(text, some)
      expect(settled.ok && settled.settlement.version).toEqual(
        text.map(({ id, text: words }, rank) => ({
          id,
          text: some.some(one => one.amendment === String(rank)) ? `Passage ${rank} réécrit.` : words,
        })),
      )
    }),
  )
})
