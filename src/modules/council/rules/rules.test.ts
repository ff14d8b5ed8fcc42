import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matters, nomenclature } from '../matters.ts'
import { canHold } from './canHold.ts'
import { canPublish, canTransmit } from './canPublish.ts'
import { draftDeliberation } from './draftDeliberation.ts'
import { fullName, Nomenclature } from './matters.ts'
import { labelOf, numberings } from './numbering.ts'
import { countOf, outcomeOf } from './outcomes.ts'

describe('may this person sit?', () => {
  const held = (personId: string, since: string, until: string | null, more: object = {}) => ({
    personId,
    function: 'councillor',
    rank: null,
    since,
    until,
    ...more,
  })
  const mayor = held('solange', '2026-03-22', null, { function: 'mayor' })
  const first = held('moussa', '2026-03-22', null, { function: 'deputy', rank: 1 })
  test.each([
    ['a new member, after the latest session', held('amina', '2027-04-01', null), 3, null],
    ['somebody who sits already', held('moussa', '2027-04-01', null), 3, 'already-sits'],
    ['every seat is filled', held('amina', '2027-04-01', null), 2, 'no-seat-left'],
    ['a second mayor', held('amina', '2027-04-01', null, { function: 'mayor' }), 3, 'mayor-sits'],
    ['a second first deputy', held('amina', '2027-04-01', null, { function: 'deputy', rank: 1 }), 3, 'rank-held'],
    ['a second deputy', held('amina', '2027-04-01', null, { function: 'deputy', rank: 2 }), 3, null],
    ['a deputy without rank', held('amina', '2027-04-01', null, { function: 'deputy' }), 3, 'rank-missing'],
    ['on the day of the latest session: who sat then does not change', held('amina', '2027-03-11', null), 3, 'before-session'],
    ['it ends before it begins', held('amina', '2027-04-02', '2027-04-01'), 3, 'ends-before'],
    ['nobody knows how many seats there are', held('amina', '2027-04-01', null), null, null],
  ])('%s', (_what, asked, seats, because) => {
    const verdict = canHold({ asked, seats, mandates: [mayor, first], lastMetOn: '2027-03-11' })
    expect(verdict.ok ? null : verdict.because).toBe(because)
  })
})

describe('numbers', () => {
  test.each([
    ['AAAA-N', '2027-12'],
    ['AAAA-NNN', '2027-012'],
    ['DEL-AAAA-NNN', 'DEL-2027-012'],
    ['AAAAMMJJ-NNN', '20270318-012'],
  ] as const)('%s gives %s', (numbering, label) => expect(labelOf(numbering, '2027-03-18', 12)).toBe(label))

  test('two numbers of a year, or two years, are never written alike', () => {
    const number = fc.integer({ min: 1, max: 5000 })
    const day = fc.constantFrom('2026-01-02', '2027-01-02', '2027-12-31')
    fc.assert(
      fc.property(fc.constantFrom(...numberings), day, number, day, number, (numbering, one, n, other, m) => {
        fc.pre(n !== m || one.slice(0, 4) !== other.slice(0, 4))
        expect(labelOf(numbering, one, n)).not.toBe(labelOf(numbering, other, m))
      }),
    )
  })
})

describe('the nomenclature ACTES', () => {
  test('counts its matters as the schema says, and 7.10 is a text', () => {
    const perFamily = nomenclature.families.map(family => family.matters.length)
    expect(perFamily).toEqual([7, 3, 6, 5, 8, 5, 10, 9, 4])
    expect(matters.find(one => one.code === '7.10')).toMatchObject({ name: 'divers', family: 'finances locales' })
    expect(new Set(matters.map(one => one.code)).size).toBe(matters.length)
    const bare = { ...nomenclature, families: [{ code: '7', name: 'finances locales', matters: [{ code: 7.1, name: 'divers' }] }] }
    expect(Nomenclature.safeParse(bare).success).toBe(false)
  })
  test('names are written as the schema asks: lower case, no comma, no parenthesis, one slash', () => {
    for (const matter of matters) expect(fullName(matter)).toMatch(/^[^/,()A-Z]+\S\/\S[^/,()A-Z]*$/)
  })
})

describe('what is written of a vote', () => {
  const line = {
    of: 'all' as const,
    sitting: 28,
    base: 20,
    needed: 11,
    carried: true,
    tied: false,
    for: 16,
    against: 4,
    abstention: 3,
    blank: 2,
  }
  const result = (outcome: 'carried' | 'rejected' | 'tied' | 'postponed' | 'nobody-voted') =>
    ({ outcome, settledBy: 'majority', lines: [line] }) as const
  test('blank papers are counted with the abstentions', () =>
    expect(countOf(result('carried'))).toEqual({ sitting: 28, for: 16, against: 4, abstention: 5 }))
  test.each([
    ['carried', 'carried'],
    ['rejected', 'rejected'],
    ['tied', 'rejected'],
    ['postponed', null],
    ['nobody-voted', null],
  ] as const)('%s gives %s', (outcome, expected) => expect(outcomeOf(result(outcome))).toBe(expected))

  const facts = {
    note: 'Trois parcelles.',
    question: 'Louer trois parcelles.',
    outcome: 'carried' as const,
    secret: false,
    count: { sitting: 29, for: 20, against: 4, abstention: 2 },
    withdrawn: ['Nadège'],
    against: ['Henri'],
    abstained: [],
    inFavour: ['Paul'],
    castingVote: false,
  }
  test('the text tells the count, the names that are public, and who withdrew', () => {
    const text = draftDeliberation(facts)
    for (const said of [
      'Trois parcelles.',
      'Pour : 20 (Paul).',
      'Contre : 4 (Henri).',
      'Abstentions : 2.',
      'Nadège n’a pris part',
      '**Article 1.** Louer',
    ])
      expect(text).toContain(said)
  })
  test('a secret vote names nobody; a tie says whose voice prevailed; unanimity is said', () => {
    const secret = draftDeliberation({ ...facts, secret: true, against: [], inFavour: [], castingVote: true })
    expect(secret).toContain('voté au scrutin secret')
    expect(secret).not.toContain('Henri')
    expect(secret).toContain('celle de la personne qui préside l’emporte')
    expect(draftDeliberation({ ...facts, inFavour: [], count: { sitting: 29, for: 26, against: 0, abstention: 0 } })).toContain(
      'À l’unanimité : 26 pour.',
    )
    expect(draftDeliberation({ ...facts, outcome: 'noted', count: null })).toContain('prend acte')
  })
})

test.each([
  ['the session goes on', false, null, '', 'session-open'],
  ['a first publication needs no reason', true, null, '', null],
  ['a correction needs a reason', true, { title: 'A', text: 'autre' }, '', 'reason-needed'],
  ['a correction changes something', true, { title: 'A', text: 'B' }, 'coquille', 'nothing-changed'],
  ['a correction with its reason', true, { title: 'A', text: 'autre' }, 'coquille', null],
])('publishing: %s', (_what, sessionOver, published, reason, because) => {
  const verdict = canPublish({ sessionOver, published, title: 'A', text: 'B', reason })
  expect(verdict.ok ? null : verdict.because).toBe(because)
})

test.each([
  ['2027-03-10', true, 'before-session-day'],
  ['2027-03-11', true, null],
  ['2027-03-15', true, null],
  ['2027-03-16', true, 'in-the-future'],
  ['2027-03-15', false, 'not-transmissible'],
])('received by the prefecture on %s', (receivedOn, isTransmissible, because) => {
  const verdict = canTransmit({ isTransmissible, heldOn: '2027-03-11', receivedOn, today: '2027-03-15' })
  expect(verdict.ok ? null : verdict.because).toBe(because)
})
