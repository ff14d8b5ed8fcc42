import fc from 'fast-check'
import { expect, test } from 'vitest'
import { awaitedStep, countByStanding, inOrder, standingOf } from './standing.ts'

const step = { text: 'Fait', url: null, on: '2027-03-01' }
const nothing = { decided: null, done: null, measured: null }
const today = '2027-03-10'

test.each([
  ['said, and nothing more yet', nothing, 'waiting', 'decided'],
  ['said, with an answer due today', { ...nothing, dueOn: today }, 'waiting', 'decided'],
  ['said, with an answer due yesterday', { ...nothing, dueOn: '2027-03-09' }, 'late', 'decided'],
  ['decided', { ...nothing, decided: step }, 'decided', 'done'],
  ['decided, and overdue', { ...nothing, decided: step, dueOn: '2027-03-09' }, 'late', 'done'],
  ['refused', { ...nothing, decided: step, isRefused: true }, 'refused', null],
  ['refused, but an appeal is overdue', { ...nothing, decided: step, isRefused: true, dueOn: '2027-03-09' }, 'late', null],
  ['done', { ...nothing, decided: step, done: step }, 'done', 'measured'],
  ['done without a decision that anyone wrote', { ...nothing, done: step }, 'done', 'measured'],
  ['measured', { decided: step, done: step, measured: step }, 'measured', null],
  ['measured late is measured', { decided: step, done: step, measured: step, dueOn: '2027-01-01' }, 'measured', null],
] as const)('a thread %s', (_, thread, standing, awaited) => {
  expect([standingOf(thread, today), awaitedStep(thread)]).toEqual([standing, awaited])
})

const thread = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  title: fc.string(),
  service: fc.constant(null),
  measure: fc.constant(null),
  said: fc.constant(null),
  decided: fc.constantFrom(null, step),
  done: fc.constantFrom(null, step),
  measured: fc.constantFrom(null, step),
  at: fc.constantFrom('2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z'),
})

test('each thread is shown once, the latest first, in the same order whatever the rooms said first', () => {
  fc.assert(
    fc.property(fc.uniqueArray(thread, { selector: one => one.id }), fc.nat(), (threads, turn) => {
      const ordered = inOrder(threads)
      const turned = threads.length === 0 ? threads : [...threads.slice(turn % threads.length), ...threads.slice(0, turn % threads.length)]
      expect(inOrder([...turned, ...turned])).toEqual(ordered)
      expect(ordered).toHaveLength(threads.length)
      for (const [rank, one] of ordered.slice(1).entries()) expect(one.at <= ordered[rank]!.at).toBe(true)
    }),
  )
})

test('every thread is counted once', () => {
  fc.assert(
    fc.property(fc.array(thread), threads => {
      const counts = countByStanding(threads, today)
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(threads.length)
    }),
  )
})
