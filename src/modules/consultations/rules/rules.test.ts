import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fastestBlock } from './arrivals.ts'
import { describedGroups, mayTellApart } from './disclosure.ts'
import { hullOf, marksOf } from './geometry.ts'
import { inOrder } from './nextStatement.ts'
import { ranked } from './orders.ts'
import { periodsOf } from './periods.ts'
import { readSeeds } from './readSeeds.ts'
import { readSheet } from './readSheet.ts'
import { sharedDays } from './sharedDays.ts'
import { divided, probability, sharedBy } from './shared.ts'
import { canClose, canOpen, canProlong, canPropose, canPublish, canVote } from './standing.ts'
import type { State } from './terms.ts'

const dates = { opensOn: '2026-09-01', closesOn: '2026-09-30' }
const say = (verdict: { ok: true } | { ok: false; because: string }) => (verdict.ok ? 'yes' : verdict.because)

describe('from the first day to the last, both included', () => {
  test.each<[State, string, string]>([
    ['draft', '2026-09-10', 'draft'],
    ['open', '2026-08-31', 'not-yet'],
    ['open', '2026-09-01', 'yes'],
    ['open', '2026-09-30', 'yes'],
    ['open', '2026-10-01', 'closed'],
    ['closed', '2026-09-10', 'closed'],
    ['published', '2026-09-10', 'closed'],
  ])('%s on %s: %s', (state, today, answer) => expect(say(canVote({ ...dates, state, today }))).toBe(answer))
})

test.each([
  [{}, 'yes'],
  [{ isSignedIn: false, hasAnswered: false }, 'answer-first'],
  [{ isSignedIn: false, hasAnswered: true }, 'yes'],
  [{ whoAdds: 'nobody' as const }, 'nobody'],
  [{ whoAdds: 'signed-in' as const, isSignedIn: false }, 'sign-in'],
  [{ whoAdds: 'verified' as const, isVerified: false }, 'verify'],
  [{ whoAdds: 'verified' as const, isVerified: true }, 'yes'],
  [{ alreadyProposed: 10 }, 'enough'],
  [{ today: '2026-10-01' }, 'closed'],
])('who may add a statement: %j, %s', (changes, answer) => {
  const request = {
    ...dates,
    state: 'open' as const,
    today: '2026-09-10',
    whoAdds: 'anyone' as const,
    isSignedIn: true,
    isVerified: false,
    hasAnswered: false,
    alreadyProposed: 0,
  }
  expect(say(canPropose({ ...request, ...changes }))).toBe(answer)
})

test('each step comes in its time', () => {
  const draft = { ...dates, state: 'draft' as const, today: '2026-09-10' }
  expect(say(canOpen({ ...draft, statements: 4, fewest: 5 }))).toBe('too-few')
  expect(say(canOpen({ ...draft, statements: 5, fewest: 5 }))).toBe('yes')
  expect(say(canOpen({ ...draft, today: '2026-10-01', statements: 5, fewest: 5 }))).toBe('past')
  const open = { ...dates, state: 'open' as const, today: '2026-09-10' }
  expect(say(canOpen({ ...open, statements: 5, fewest: 5 }))).toBe('not-draft')
  expect(say(canProlong({ ...open, newClosesOn: '2026-09-30' }))).toBe('not-later')
  expect(say(canProlong({ ...open, newClosesOn: '2026-10-01' }))).toBe('yes')
  expect(say(canProlong({ ...open, today: '2026-10-01', newClosesOn: '2026-10-10' }))).toBe('not-open')
  expect(say(canClose(open))).toBe('yes')
  expect(say(canClose(draft))).toBe('not-open')
  expect(say(canPublish(open))).toBe('not-closed')
  expect(say(canPublish({ ...open, today: '2026-10-01' }))).toBe('yes')
  expect(say(canPublish({ ...open, state: 'closed' }))).toBe('yes')
})

test('the statement that teaches most comes first; within a doubling, each participant has an order of their own', () => {
  const candidates = [
    { number: 1, priority: 2.1 },
    { number: 2, priority: 3.9 },
    { number: 3, priority: 4 },
    { number: 4, priority: null },
    { number: 5, priority: 0 },
  ]
  expect(inOrder(candidates, number => number)).toEqual([4, 3, 1, 2, 5])
  expect(inOrder(candidates, number => -number)).toEqual([4, 3, 2, 1, 5])
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ number: fc.nat(99), priority: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })) }), {
        selector: one => one.number,
      }),
      fc.func(fc.nat()),
      (some, digest) => {
        const order = inOrder(some, digest)
        expect(order.toSorted((a, b) => a - b)).toEqual(some.map(one => one.number).toSorted((a, b) => a - b))
        expect(inOrder(some.toReversed(), digest)).toEqual(order)
      },
    ),
  )
})

test('the fastest block is the busiest 24 hours, the first when equal', () => {
  const at = (hour: string, newcomers: number) => ({ hour: `2026-09-${hour}:00:00.000Z`, newcomers })
  expect(fastestBlock([])).toBeNull()
  expect(fastestBlock([at('01T10', 3), at('02T09', 4), at('02T10', 2), at('05T10', 6)])).toEqual({
    from: '2026-09-01T10:00:00.000Z',
    to: '2026-09-02T09:00:00.000Z',
    newcomers: 7,
    hours: 24,
  })
  expect(fastestBlock([at('01T10', 5), at('04T10', 5)])?.from).toBe('2026-09-01T10:00:00.000Z')
})

describe('small groups', () => {
  const groups = (...members: number[]) => members.map((n, group) => ({ group, members: n }))
  test.each([
    [[40, 30, 20], 5, [0, 1, 2]],
    [[40, 30, 3], 5, [0]],
    [[40, 4, 3], 5, [0]],
    [[40, 3], 5, []],
    [[4, 3], 5, []],
    [[5], 5, [0]],
  ])('%j with at least %i members: %j are described', (members, least, described) =>
    expect(describedGroups(groups(...members), least)).toEqual(described),
  )
  test('what is left out has no one, or at least that many people', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }), fc.integer({ min: 2, max: 20 }), (members, least) => {
        const described = new Set(describedGroups(groups(...members), least))
        const out = members.filter((_, group) => !described.has(group))
        const hidden = out.reduce((sum, n) => sum + n, 0)
        expect(out.length === 0 || hidden >= least || out.length === members.length).toBe(true)
        expect(members.every((n, group) => !described.has(group) || n >= least)).toBe(true)
      }),
    )
  })
})

describe('what all groups share', () => {
  const tally = (agree: number, disagree: number, pass = 0) => ({ agree, disagree, pass, seen: agree + disagree + pass })
  test.each([
    ['both agree', [tally(20, 2), tally(15, 3)], 'agree'],
    ['one is split', [tally(20, 2), tally(9, 9)], undefined],
    ['both are against', [tally(1, 20), tally(2, 15)], 'disagree'],
    ['they do not know', [tally(1, 1, 20), tally(2, 1, 15)], undefined],
    ['one has hardly answered', [tally(20, 2), tally(2, 0)], undefined],
    ['no group', [], undefined],
  ])('%s', (_, groups, direction) => expect(sharedBy(groups)?.direction).toBe(direction))
  test('the figure is the product of the probabilities', () => {
    expect(sharedBy([tally(8, 2), tally(9, 0)])?.probability).toBeCloseTo((9 / 12) * (10 / 11), 12)
    expect(probability(0, 0)).toBe(0.5)
    expect(divided([tally(8, 2), tally(0, 8)])).toBeCloseTo(9 / 12 - 1 / 10, 12)
    expect(divided([tally(8, 2)])).toBe(0)
  })
})

test('an outline holds every point, and a crowd becomes few marks that count everyone', () => {
  const point = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }), group: fc.nat(2) })
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 80 }), people => {
      const hull = hullOf(people)
      const isInside = ({ x, y }: { x: number; y: number }) =>
        hull.length < 3 ||
        hull.every((a, at) => {
          const b = hull[(at + 1) % hull.length]!
          return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0
        })
      expect(people.every(isInside)).toBe(true)
      const marks = marksOf(people, 30)
      expect(marks.reduce((sum, one) => sum + one.n, 0)).toBe(people.length)
      expect(people.length <= 30 || marks.length < people.length).toBe(true)
    }),
  )
})

test('statements to begin with: one a line, without bullets', () => {
  expect(readSeeds('- Un\n* Deux\n3. Trois\n\n• Quatre\nCinq')).toEqual({ ok: true, seeds: ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'] })
  expect(readSeeds('Un\nDeux')).toEqual({ ok: false, because: 'few', line: 2 })
  expect(readSeeds('Un\nDeux\nun\nQuatre\nCinq')).toEqual({ ok: false, because: 'twice', line: 3 })
  expect(readSeeds(`Un\n${'a'.repeat(281)}`)).toEqual({ ok: false, because: 'long', line: 2 })
})

test('a sheet: a line left blank or ticked twice says nothing', () => {
  expect(readSheet({ s2: 'pass', s1: 'agree', s3: '', s4: ['agree', 'disagree'], s5: 'disagree', t6: 'agree', sx: 'agree' })).toEqual([
    { statement: 1, vote: 1 },
    { statement: 2, vote: 0 },
    { statement: 5, vote: -1 },
  ])
})

test('statements are ranked by the figure asked for, then by number', () => {
  const result = (number: number, groupAware: number, divide: number, unsure: number) =>
    [number, { number, groupAware, divided: divide, unsure }] as const
  const results = new Map([result(1, 0.2, 0.9, 0.1), result(2, 0.8, 0.1, 0.5), result(3, 0.8, 0.3, 0.2)])
  expect(ranked([4, 3, 2, 1], results, 'shared')).toEqual([2, 3, 1, 4])
  expect(ranked([4, 3, 2, 1], results, 'divided')).toEqual([1, 3, 2, 4])
  expect(ranked([4, 3, 2, 1], results, 'unsure')).toEqual([2, 3, 1, 4])
  expect(ranked([4, 3, 2, 1], results, 'number')).toEqual([1, 2, 3, 4])
})

test('the curve goes by the hour over three days, by the day beyond, and shows empty ones', () => {
  const hour = (at: string, newcomers: number) => ({ hour: at, newcomers, verified: 0 })
  const short = periodsOf([hour('2026-09-01T10:00:00.000Z', 1), hour('2026-09-01T13:00:00.000Z', 2)], null)
  expect([short.isByHour, short.periods.map(one => one.newcomers)]).toEqual([true, [1, 0, 0, 2]])
  const long = periodsOf(
    [hour('2026-09-01T10:00:00.000Z', 1), hour('2026-09-01T23:00:00.000Z', 4), hour('2026-09-05T10:00:00.000Z', 2)],
    null,
  )
  expect([long.isByHour, long.periods.map(one => [one.at, one.newcomers])]).toEqual([
    false,
    [
      ['2026-09-01', 1],
      ['2026-09-02', 4],
      ['2026-09-03', 0],
      ['2026-09-04', 0],
      ['2026-09-05', 2],
    ],
  ])
})

test.each([
  [0, 0, false],
  [4, 4, false],
  [5, 5, true],
  [5, 6, false],
  [5, 9, false],
  [5, 10, true],
  [4, 40, false],
  [36, 40, false],
  [40, 40, true],
])('the answers of %i participants among %i may be told apart: %s', (part, all, may) => expect(mayTellApart(part, all, 5)).toBe(may))

const arrival = fc.record({
  participant: fc.nat(60).map(String),
  at: fc.nat(20).map(n => `2026-09-${String(n + 1).padStart(2, '0')}T08:00:00Z`),
})
test('the day written beside votes is shared by enough people, and enough residents, and tells one day for each', () =>
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 200 }), fc.integer({ min: 2, max: 8 }), (seen, least) => {
      const votes = seen.map(one => ({ ...one, isVerified: Number(one.participant) % 3 === 0 }))
      const days = sharedDays(votes, least)
      const people = [...new Set(votes.map(one => one.participant))]
      expect([...days.keys()].toSorted()).toEqual(people.toSorted())
      const stretches = [...new Set(days.values())]
      for (const day of stretches) {
        const there = people.filter(one => days.get(one) === day)
        const residents = there.filter(one => Number(one) % 3 === 0).length
        if (stretches.length > 1) expect([there.length >= least, residents === 0 || residents >= least]).toEqual([true, true])
      }
    }),
  ))
