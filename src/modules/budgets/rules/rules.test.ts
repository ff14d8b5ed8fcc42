import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupsOf, leftFor, paymentsOf, representationOf } from './analysis.ts'
import { checkBallot, sameChoices } from './ballots.ts'
import { choicesFrom } from './choicesFrom.ts'
import { frozenFields, refusedChanges, wrongDay } from './frozen.ts'
import { greedyByPoints } from './greedyByPoints.ts'
import { canAppeal, canEdit, canMerge, canStudy } from './ideas.ts'
import { phaseOf } from './phases.ts'
import { readCostLines, readPoint } from './reading.ts'
import { rotated } from './rotation.ts'
import type { BudgetRules } from './terms.ts'

const rules: BudgetRules = {
  version: 1,
  envelopeCents: 6_000_000,
  ceilingCents: null,
  ideasFrom: '2027-01-10',
  ideasUntil: '2027-02-10',
  studyUntil: '2027-03-31',
  voteFrom: '2027-04-10',
  voteUntil: '2027-04-30',
  proposeRule: null,
  voteRule: '2',
  voteKind: 'approval',
  mostChoices: 3,
  points: null,
  method: 'equal-shares',
}

describe('where a budget stands', () => {
  test.each([
    ['2027-01-09', 'announced'],
    ['2027-01-10', 'ideas'],
    ['2027-02-10', 'ideas'],
    ['2027-02-11', 'study'],
    ['2027-04-09', 'study'],
    ['2027-04-10', 'vote'],
    ['2027-04-30', 'vote'],
    ['2027-05-01', 'counting'],
  ])('on %s: %s', (today, phase) => {
    expect(phaseOf({ rules, isPublished: true, isCounted: false, today })).toBe(phase)
  })
  test('unpublished it is a draft, counted it is followed up', () => {
    expect(phaseOf({ rules, isPublished: false, isCounted: false, today: '2027-04-10' })).toBe('draft')
    expect(phaseOf({ rules, isPublished: true, isCounted: true, today: '2027-04-10' })).toBe('follow-up')
  })
})

describe('rules are frozen when what they rule begins', () => {
  test.each([
    ['2027-01-09', 'envelopeCents', { envelopeCents: 1 }, false],
    ['2027-04-09', 'envelopeCents', { envelopeCents: 1 }, false],
    ['2027-04-10', 'envelopeCents', { envelopeCents: 1 }, true],
    ['2027-01-10', 'proposeRule', { proposeRule: '4' }, true],
    ['2027-02-10', 'ideasUntil', { ideasUntil: '2027-02-20' }, false],
    ['2027-02-11', 'ideasUntil', { ideasUntil: '2027-02-20' }, true],
    ['2027-04-10', 'voteUntil', { voteUntil: '2027-05-30' }, true],
  ] as const)('on %s, %s', (today, field, change, isRefused) => {
    expect(refusedChanges(rules, { ...rules, ...change }, true, today)).toEqual(isRefused ? [field] : [])
    expect(refusedChanges(rules, { ...rules, ...change }, false, today)).toEqual([])
  })
  test('more is frozen each day, never less', () => {
    const days = ['2027-01-01', '2027-01-20', '2027-02-20', '2027-04-01', '2027-04-20', '2027-06-01']
    const sizes = days.map(day => frozenFields(rules, true, day).size)
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    expect(new Set(sizes).size).toBeGreaterThan(3)
  })
  test('days come in order', () => {
    expect(wrongDay(rules)).toBeNull()
    expect(wrongDay({ ...rules, voteFrom: '2027-03-31' })).toBe('voteFrom')
    expect(wrongDay({ ...rules, ideasUntil: '2027-01-09' })).toBe('ideasUntil')
  })
})

describe('what may be cast', () => {
  const projects = ['1', '2', '3', '4'].map(id => ({ id, costCents: Number(id) * 1_000_000 }))
  const approval = { voteKind: 'approval', mostChoices: 2, points: null, envelopeCents: 5_000_000 } as const
  const knapsack = { ...approval, voteKind: 'knapsack', mostChoices: null } as const
  const points = { ...approval, voteKind: 'points', mostChoices: null, points: 5 } as const
  test.each([
    [approval, {}, 'empty'],
    [approval, { 1: 1, 2: 1 }, 'ok'],
    [approval, { 1: 1, 2: 1, 3: 1 }, 'too-many'],
    [approval, { 9: 1 }, 'unknown'],
    [{ ...approval, mostChoices: null }, { 1: 1, 2: 1, 3: 1, 4: 1 }, 'ok'],
    [knapsack, { 1: 1, 4: 1 }, 'ok'],
    [knapsack, { 2: 1, 4: 1 }, 'too-costly'],
    [points, { 1: 3, 2: 2 }, 'ok'],
    [points, { 1: 3, 2: 3 }, 'too-many-points'],
  ] as const)('%j with %j: %s', (asked, choices, expected) => {
    const verdict = checkBallot(asked, projects, choices)
    expect(verdict.ok ? 'ok' : verdict.because).toBe(expected)
  })
  test('boxes and points are read from a form; what is no number is nothing', () => {
    expect(choicesFrom('approval', { projects: ['1', '3', 'x'] }, new Set(['1']))).toEqual({ 1: 1, 3: 1 })
    expect(choicesFrom('points', { p1: '3', p2: 'deux', p3: '' }, new Set(['1', '2', '3']))).toEqual({ 1: 3 })
  })
  test('two readings are the same in whatever order', () => {
    expect(sameChoices({ 1: 1, 2: 1 }, { 2: 1, 1: 1 })).toBe(true)
    expect(sameChoices({ 1: 1 }, { 1: 2 })).toBe(false)
  })
})

test('each project comes first in its turn', () => {
  const first = ['2027-04-10', '2027-04-11', '2027-04-12', '2027-04-13'].map(day => rotated(['a', 'b', 'c'], '2027-04-10', day)[0])
  expect(first).toEqual(['a', 'b', 'c', 'a'])
  expect(rotated([], '2027-04-10', '2027-04-12')).toEqual([])
})

test('who may do what with an idea', () => {
  const mine = { phase: 'study', state: 'to-adapt', isAuthor: true } as const
  expect(canEdit(mine).ok).toBe(true)
  expect(canEdit({ ...mine, state: 'admissible' }).ok).toBe(false)
  expect(canEdit({ ...mine, phase: 'vote' }).ok).toBe(false)
  expect(canEdit({ ...mine, isAuthor: false }).ok).toBe(false)
  expect(canStudy({ phase: 'study', state: 'merged' }).ok).toBe(false)
  expect(canAppeal({ ...mine, state: 'inadmissible', hasAppealed: false }).ok).toBe(true)
  expect(canAppeal({ ...mine, state: 'inadmissible', hasAppealed: true }).ok).toBe(false)
  const one = { id: '1', budget: '1', state: 'idea' } as const
  expect(canMerge('ideas', one, { ...one, id: '2' }).ok).toBe(true)
  expect(canMerge('ideas', one, one).ok).toBe(false)
  expect(canMerge('ideas', one, { ...one, id: '2', budget: '3' }).ok).toBe(false)
})

test('a point and lines of cost are read as people write them', () => {
  expect(readPoint('48,6983 2,1875')).toEqual({ latitude: 48.6983, longitude: 2.1875 })
  expect(readPoint('48.6983, 2.1875')).toEqual({ latitude: 48.6983, longitude: 2.1875 })
  expect(readPoint('ici')).toBeNull()
  expect(readPoint('98.1 2.1')).toBeNull()
  expect(readCostLines('Trois bancs : 2 400\nPose: 600 €')).toEqual([
    { label: 'Trois bancs', cents: 240_000 },
    { label: 'Pose', cents: 60_000 },
  ])
  expect(readCostLines('Trois bancs')).toBeNull()
  expect(readCostLines('')).toBeNull()
})

describe('who is represented by what', () => {
  const voter = (approvals: readonly string[], district: string | null = null) => ({ approvals, district, age: null })
  test('every voter is in one bar, whatever the winners', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
        (ballots, won) => {
          const { withOne, distribution } = representationOf(
            ballots.map(one => voter(one)),
            new Set(won),
          )
          expect(distribution.reduce((sum, n) => sum + n, 0)).toBe(ballots.length)
          expect(withOne).toBe(ballots.filter(one => one.some(id => won.includes(id))).length)
        },
      ),
    )
  })
  test('payments: the poor give all they have, the rest is left to those who have it', () => {
    const voters = [voter(['a', 'b']), voter(['a']), voter(['b'])]
    const payments = paymentsOf(
      voters,
      [
        { project: 'a', each: 4 },
        { project: 'b', each: 8 },
      ],
      10,
    )
    expect(payments.paid).toEqual([10, 4, 8])
    expect(leftFor(voters, payments).get('b')).toBe(2)
  })
  test('a small group is hidden, and the next one too when it alone could be found by subtraction', () => {
    const voters = [
      ...Array(20).fill(voter(['a'], 'bourg')),
      ...Array(12).fill(voter(['b'], 'plateau')),
      ...Array(3).fill(voter(['b'], 'hameaux')),
    ]
    const winners = { shares: new Set(['a', 'b']), greedy: new Set(['a']) }
    const groups = groupsOf(
      voters,
      'district',
      winners,
      voters.map(() => 2),
      10,
    )
    expect(groups.filter(({ figures }) => figures === null).map(({ code }) => code)).toEqual(['hameaux', 'plateau'])
    expect(groups.find(({ code }) => code === 'bourg')?.figures).toMatchObject({ voters: 20, withOneShares: 20, paid: 40, first: 'a' })
  })
})

test('most points first, then the cheapest, then the most voters, then the lot', () => {
  const projects = [
    { id: 'a', cost: 50, votes: 3, points: 9 },
    { id: 'b', cost: 40, votes: 3, points: 9 },
    { id: 'c', cost: 30, votes: 2, points: 5 },
    { id: 'd', cost: 30, votes: 2, points: 5 },
    { id: 'e', cost: 10, votes: 0, points: 0 },
  ]
  expect(greedyByPoints(projects, 80, among => [...among].reverse())).toEqual(['b', 'd'])
  expect(greedyByPoints(projects, 1000, among => among)).toEqual(['b', 'a', 'c', 'd'])
})
