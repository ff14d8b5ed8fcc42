import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/rules'
import { canStep } from './canStep.ts'
import { decisionOf } from './decisionOf.ts'
import { lastReading, meets, type Measured, type Promised, reviewIsLate, standingOn, verdictOn } from './standing.ts'

/** Waiting time under ten minutes by the end of June, promised on the first of January. */
const waiting: Promised = { direction: 'at-most', target: 10, madeOn: '2026-01-01', dueOn: '2026-06-30', ended: null }
const read = (...pairs: readonly (readonly [string, number])[]): readonly Measured[] => pairs.map(([on, value]) => ({ on, value }))

test.each([
  ['nothing measured, in February', '2026-02-01', read(), 'in-time'],
  ['nothing measured, half the time gone', '2026-04-02', read(), 'at-risk'],
  ['one bad figure, early', '2026-02-01', read(['2026-01-20', 18]), 'in-time'],
  ['one bad figure, half the time gone', '2026-05-01', read(['2026-01-20', 18]), 'at-risk'],
  ['falling fast enough', '2026-03-01', read(['2026-01-10', 18], ['2026-03-01', 15]), 'in-time'],
  ['falling too slowly', '2026-05-01', read(['2026-01-10', 18], ['2026-05-01', 16]), 'at-risk'],
  ['rising', '2026-02-01', read(['2026-01-10', 12], ['2026-02-01', 13]), 'at-risk'],
  ['met for now', '2026-05-01', read(['2026-01-10', 18], ['2026-05-01', 9]), 'in-time'],
  ['the last day still counts', '2026-06-30', read(['2026-06-01', 9]), 'in-time'],
  ['the day after, met exactly', '2026-07-01', read(['2026-06-30', 10]), 'kept'],
  ['the day after, beyond', '2026-07-01', read(['2026-06-30', 10.1]), 'missed'],
  ['the day after, nothing measured', '2026-07-01', read(), 'missed'],
  ['a figure that came too late does not save it', '2026-07-10', read(['2026-05-01', 14], ['2026-07-05', 8]), 'missed'],
] as const)('%s', (_, day, readings, standing) => expect(standingOn(waiting, readings, day)).toBe(standing))

test('what was declared stays, whatever is measured later', () => {
  const missed: Promised = { ...waiting, ended: { kind: 'missed', on: '2026-07-01' } }
  expect(standingOn(missed, read(['2026-06-20', 3]), '2026-08-01')).toBe('missed')
  expect(standingOn(missed, read(['2026-06-20', 3]), '2026-06-25')).toBe('in-time')
  expect(verdictOn(missed, [], '2026-08-01')).toBeNull()
})

const day = fc.integer({ min: 0, max: 400 }).map(n => addDays('2025-12-01', n))
const readings = fc.array(fc.record({ on: day, value: fc.double({ min: 0, max: 60, noNaN: true }) }))
const promised = fc.record({ direction: fc.constantFrom('at-most', 'at-least'), target: fc.double({ min: 1, max: 50, noNaN: true }) })

test('after the last day the verdict depends only on the last figure by then, and mirrors with the direction', () => {
  fc.assert(
    fc.property(promised, readings, day, (given, list, today) => {
      const one: Promised = { ...waiting, ...given }
      const verdict = verdictOn(one, list, today)
      expect(verdict === null).toBe(today <= one.dueOn)
      const last = lastReading(list, one.dueOn)
      if (verdict) expect(verdict).toBe(last && meets(one, last.value) ? 'kept' : 'missed')
      const mirrored: Promised = { ...one, direction: one.direction === 'at-most' ? 'at-least' : 'at-most', target: -one.target }
      const opposite = list.map(({ on, value }) => ({ on, value: -value }))
      expect(standingOn(mirrored, opposite, today)).toBe(standingOn(one, list, today))
    }),
  )
})

test('of two figures of one day, the last one given counts', () => {
  expect(lastReading(read(['2026-03-01', 4], ['2026-03-01', 7], ['2026-02-01', 1]), '2026-03-01')?.value).toBe(7)
})

describe('steps', () => {
  const good = read(['2026-03-01', 8])
  const bad = read(['2026-03-01', 14])
  const ended: Promised = { ...waiting, ended: { kind: 'withdrawn', on: '2026-02-01' } }
  test.each([
    ['a note', waiting, bad, { kind: 'progress', note: 'Un second guichet.', dueOn: null }, '2026-03-02', null],
    ['a note after the end', ended, bad, { kind: 'progress', note: 'Suite.', dueOn: null }, '2026-03-02', null],
    ['a delay without reason', waiting, bad, { kind: 'delay', note: '', dueOn: '2026-12-31' }, '2026-03-02', 'no-note'],
    ['a delay without day', waiting, bad, { kind: 'delay', note: 'Travaux.', dueOn: null }, '2026-03-02', 'no-day'],
    ['a delay to an earlier day', waiting, bad, { kind: 'delay', note: 'Travaux.', dueOn: '2026-06-30' }, '2026-03-02', 'not-later'],
    ['a delay', waiting, bad, { kind: 'delay', note: 'Travaux.', dueOn: '2026-07-01' }, '2026-06-30', null],
    ['a delay once it is due', waiting, bad, { kind: 'delay', note: 'Travaux.', dueOn: '2026-12-31' }, '2026-07-01', 'due'],
    ['kept, and the figure says so', waiting, good, { kind: 'kept', note: '', dueOn: null }, '2026-03-02', null],
    ['kept against the figure', waiting, bad, { kind: 'kept', note: 'Presque.', dueOn: null }, '2026-03-02', 'not-met'],
    ['kept without any figure', waiting, [], { kind: 'kept', note: 'Sûr.', dueOn: null }, '2026-03-02', 'not-met'],
    ['missed, admitted early', waiting, bad, { kind: 'missed', note: 'Impossible.', dueOn: null }, '2026-03-02', null],
    ['missed against the figure', waiting, good, { kind: 'missed', note: 'Non.', dueOn: null }, '2026-03-02', 'met'],
    ['withdrawn without reason', waiting, bad, { kind: 'withdrawn', note: '', dueOn: null }, '2026-03-02', 'no-note'],
    ['withdrawn twice', ended, bad, { kind: 'withdrawn', note: 'Encore.', dueOn: null }, '2026-03-02', 'ended'],
  ] as const)('%s', (_, one, list, step, today, refusal) => {
    const verdict = canStep(one, list, step, today)
    expect(verdict.ok ? null : verdict.because).toBe(refusal)
  })
})

test.each([
  [[], '2026-04-01', false],
  [[], '2026-04-02', true],
  [['2026-03-31'], '2026-04-02', true],
  [['2026-04-01'], '2026-04-05', false],
])('a review announced for the first of April, spoken %s, on %s', (spoken, today, late) =>
  expect(reviewIsLate({ ended: null, reviewOn: '2026-04-01' }, spoken, today)).toBe(late),
)

test.each([
  ['/mesures/4', 'measure:4'],
  ['/mesures/4/debat?x=1', 'measure:4'],
  ['/reponses/12', 'answer:12'],
  ['/votes/12/resultats', 'ballot:12'],
  ['/conseil/deliberations/7', 'deliberation:7'],
  ['/demarches-citoyennes/petitions/2#histoire', 'petition:2'],
  ['/conseil/seances/7', null],
  ['/services/3', null],
  ['//mal.example/1', null],
  ['https://mal.example/mesures/4', null],
  ['/mesures', null],
])('%s is %s', (url, decision) => expect(decisionOf(url)).toBe(decision))
